import type { Catalogue } from '../catalogue';
import type { help as ja } from '../ja/help';

export const help: Catalogue<typeof ja> = {
  title: 'What can be done here',
  askHub: 'If anything is unclear, please ask the {{hub}}.',
  askOperator: 'If anything is unclear, please ask whoever runs this installation.',
  topics: {
    hubHome: [
      'Press a number to open its list; work from the top.',
      'What is overdue says so in words beside the number.',
      'On a day with nothing to do only the next deadline is shown.',
    ],
    hubRequests: [
      'Open what waits for intake, the oldest first, and accept, ask back or decline it.',
      'Filter by state or words and keep the list under “Saved views”.',
      'A number opens content, candidates and history on one screen.',
    ],
    triage: [
      'Take the longest wait first: read need and candidates on the right, then decide.',
      'Accept, ask back, thirty minutes online first, or decline: the next request opens by itself.',
      'In the list J and K go to the next and the one before.',
    ],
    hubRequest: [
      'On top: where it stands and what comes next; below: content and candidates.',
      'Choose by the reasons: field, days left, travel time.',
      'The history says who changed what and when.',
    ],
    newRequest: [
      'If you do not know what to ask for, choose what troubles you: that is enough.',
      'A draft is kept when you leave. Please write no personal data.',
      'With three or more convenient days it is settled sooner.',
    ],
    hubQuestions: [
      'In order of the deadline: assign first what has nobody.',
      'What is overdue is taken over by the hub.',
      'Answered questions are under their own tab.',
    ],
    hubQuestion: [
      'Assign a specialist, or answer yourself.',
      'If a visit is needed, make a request of it here.',
      'What happened is in the history below.',
    ],
    newQuestion: [
      'A short question will do; an expert answers by the deadline.',
      'If it is urgent, say why.',
      'Please write no personal data and no offers of firms.',
    ],
    board: [
      'Choose from what has no place; “Place…” lists what is possible, best first.',
      'What you move is pinned. Undo works without limit.',
      'Nobody outside sees it before you publish.',
    ],
    plans: [
      'Choose a period and make a plan: it takes some minutes.',
      'Nobody sees a plan before it is published.',
      'Each publication is kept as a version.',
    ],
    plan: [
      'Visits without a place carry reasons and what would help.',
      '“Move…” says what a change would mean before you make it.',
      'Publish when it is right; first you see what changes.',
    ],
    policy: [
      'Say what comes first: waiting, travel, fairness.',
      'A change makes a new version, used from the next plan on.',
      'If in doubt, make a plan as it is and compare.',
    ],
    repair: [
      'Choose who is away and when; the least disturbing repairs are listed.',
      'Nothing changes and nobody is told until you choose.',
      'Only those whose visits change are told.',
    ],
    compare: [
      'Figures and changes of two plans side by side.',
      'You may take over only the changes that you mark.',
      'Comparing changes nothing.',
    ],
    towns: [
      'What each town has said: people for IT, times without visits.',
      'Plans avoid these times.',
      'Towns can change it themselves.',
    ],
    visits: [
      'Filter by date, state and specialist.',
      'Take it out to Excel, or print it.',
      'Keep what you use often under “Saved views”.',
    ],
    proposals: [
      'Other days that towns and specialists have proposed.',
      'Accepting changes the visit and tells both.',
      'If it cannot be, decline with a reason.',
    ],
    visit: [
      'When, where, who comes, and where it stands.',
      'Cancel or change it with a reason.',
      'Report and travel claim are reached from here.',
    ],
    dates: [
      'Ask a town for dates; it answers yes, maybe or no.',
      'A day that everybody refused cannot be fixed.',
      'Reminders go out by themselves.',
    ],
    companions: [
      'When staff can come along to visits.',
      'Enter free half-days; then they can be assigned.',
      'Nobody else sees what you are busy with.',
    ],
    reports: [
      'Reports that ask for something come first.',
      'What is overdue says so.',
      'A number opens the report of the visit.',
    ],
    cases: [
      'Cases without names of towns or people.',
      'Find them by words or field.',
      'They help when you write a request.',
    ],
    specialists: [
      'Find people by name, reading or Latin letters.',
      'A name opens fields, free days and days left.',
      'A roster can be imported from Excel.',
    ],
    specialist: [
      'Fields and levels are kept with what they rest on.',
      'Free days and patterns are changed below.',
      'Before somebody leaves, hand their work over.',
    ],
    availabilityOverview: [
      'Everybody’s free days of a month in one table.',
      'Reasons are seen by the hub alone.',
      'A name opens that person’s days.',
    ],
    availability: [
      'Press a day: all day, morning, afternoon, free.',
      'Repeating days off are entered once.',
      'If it meets an agreed visit, you are asked at once.',
    ],
    travelTimes: [
      'Travel times between towns; estimates err by about 15 %.',
      'Enter what you measured where it differs.',
      'Plans use what you entered.',
    ],
    people: [
      'An invitation is a link that works once, for 72 hours.',
      'Duties can be changed later.',
      'When somebody moves on, hand their work over in one step.',
    ],
    imports: [
      'The template keeps mistakes away.',
      'Mistakes are shown row by row before anything is taken in.',
      'It can be undone for 24 hours.',
    ],
    retention: [
      'Say for how many years each kind of record is kept.',
      'What has reached its end is removed by itself.',
      'Erasing a person cannot be undone.',
    ],
    overview: [
      'A number opens the rows behind it.',
      'How it is counted stands behind the “?”.',
      'Excel and print show what you see.',
    ],
    overviewReport: [
      'One page for the assembly: choose the year and print it on A4, on its side.',
      'How each figure is counted stands in the last column.',
      'The rows behind a figure are under Overview.',
    ],
    engagements: [
      'The way to what is used some times a year.',
      'Ctrl+K finds a screen by its name.',
      'You see what concerns your place.',
    ],
    agreements: [
      'Terms, parties and conditions of agreements.',
      'Talks about an extension are called to mind in time.',
      'The document to be signed comes as PDF.',
    ],
    costs: [
      'Who bears what share of what.',
      'Decided by year; a change is a new version.',
      'What was spent is checked with the invoices.',
    ],
    invoices: [
      'Each line keeps its formula and evidence.',
      'An issued invoice is cancelled and made anew, not changed.',
      'PDF and Excel can be taken out.',
    ],
    hubClaims: [
      'Examine claims, the oldest first.',
      'Each figure shows how it was reckoned.',
      'Say why when you send one back.',
    ],
    taxEvidence: [
      'Whether evidence for the allocation tax is complete.',
      'What is missing is said in words.',
      'Rates and conditions are settings by year.',
    ],
    quotas: [
      'Limits by town or case, and what is used.',
      'What comes near its limit says so.',
      'Limits can change each year.',
    ],
    schemes: [
      'Other schemes of nation and prefecture.',
      'Those whose window is near come first.',
      'Noting a use keeps it from being used twice.',
    ],
    placements: [
      'Who is placed in which town until when.',
      'What ends soon says so.',
      'Changes stay in the history.',
    ],
    attendance: [
      'Days worked and days left of the contract.',
      'Choose a month for its details.',
      'After closing, a correction takes a reason.',
    ],
    townHome: [
      '“Your turn” lists what waits for you.',
      'Start with a request or a question.',
      'The hub answers within two working days.',
    ],
    townRequests: [
      'The requests of your town, by state.',
      'The hub does not see a draft before it is sent.',
      'A number shows how far it has come.',
    ],
    townRequest: [
      'The bar on top shows how far it has come.',
      'When it is your turn there is a button.',
      'After sending, tell the hub about changes.',
    ],
    townQuestions: [
      'For asking before anybody comes.',
      'An expert answers in writing by the deadline.',
      'You are told when the answer is there.',
    ],
    townQuestion: [
      'Read the answer and close the question if it helped.',
      'You may ask on.',
      'If a visit is needed, make a request of it.',
    ],
    townDates: [
      'Dates that the hub asks for: answer yes, maybe or no.',
      'The more “yes”, the sooner it is settled.',
      'You are reminded the day before the deadline.',
    ],
    townSchedule: [
      'Visits to come; a date opens what to prepare.',
      'They can be read in your own calendar.',
      'A sheet can be printed and passed round.',
    ],
    townVisit: [
      'Who comes, where, and what to prepare.',
      'To change the day, propose another one early.',
      'Confirm the report when it has come.',
    ],
    townReports: [
      'Read the report and confirm it.',
      'There are three questions to rate it.',
      'The specialist learns that you have.',
    ],
    town: [
      'Say how many people you have for IT, and when nobody should come.',
      'Plans avoid these times.',
      'Enter council sessions and busy times early.',
    ],
    feeds: [
      'Calendar programs can read your visits.',
      'Keep the address to yourself; it can be renewed.',
      'A change may take up to 24 hours to show.',
    ],
    offices: [
      'The town’s office: people, meetings, records.',
      'Who changes stays with the reason.',
      'Records can be shared.',
    ],
    mySchedule: [
      'The next visit is on top: accept it or propose another day.',
      'Fourteen days can be read without a network.',
      'Reports that are due are shown here.',
    ],
    myCases: [
      'Your cases, and those that you are asked to take.',
      'Please answer by the deadline.',
      'Decline with a reason if you cannot.',
    ],
    myCase: ['The town’s story: read it before you go.', 'Papers are below.', 'Ask the hub what is unclear.'],
    myQuestions: [
      'Questions that wait for you, by deadline.',
      'Short is fine if it says what to do next.',
      'Give it back early if you cannot answer.',
    ],
    myQuestion: [
      'Read the question and write your answer.',
      'What you have begun is kept.',
      'The town is told when you answer.',
    ],
    myVisit: [
      'Where, when and whom you meet.',
      'If you cannot come, say so early with a reason.',
      'Write the report from here afterwards.',
    ],
    myReport: [
      'Five fields; it takes two minutes.',
      'Begin on the way and finish later.',
      'Sending it starts confirmation and the count of days.',
    ],
    myReports: [
      'Reports that are due come first.',
      'Seven days after the visit is usual.',
      'You see when the town has confirmed.',
    ],
    firms: [
      'Say for whom else you work.',
      'Cases in which you have an interest are kept from you.',
      'Towns do not see it.',
    ],
    myDays: [
      'Days worked and days left.',
      'Enter them the same day.',
      'The hub checks at the end of the month.',
    ],
    myClaims: [
      'Choose a finished visit: its costs are reckoned.',
      'Change what differs and send it.',
      'If it comes back, the reason is shown here.',
    ],
    operatorHome: [
      'What has stopped and what waits.',
      'Look into what is not zero.',
      'No one’s data is shown here.',
    ],
    operations: [
      'What has stopped can be tried again.',
      'Nothing is done twice.',
      'If it stops again, look into the log by its number.',
    ],
    account: [
      'Choose years, readings and spacing under “How the screens look”.',
      'Sign out any device that you do not know.',
      'A password has at least 15 characters.',
    ],
    notices: [
      'Begin with what asks for something.',
      'Reading alone does not clear it.',
      'Choose in the settings what also comes by mail.',
    ],
    noticeSettings: [
      'Choose kind by kind what comes by mail.',
      'The digest is one mail a day.',
      'What asks for something cannot be stopped.',
    ],
    search: [
      'Kana, width and old characters make no difference.',
      'Several words find what has all of them.',
      'Ctrl+K searches from any screen.',
    ],
    history: [
      'Who changed what, when and how.',
      'Before and after stand side by side.',
      'It cannot be changed.',
    ],
  },
};
