import { InboxItem } from './inbox-item.entity.js';
import { NoticeSetting } from './notice-setting.entity.js';
import { Notice } from './notice.entity.js';

/** Every table of this lib, for the data source. */
export const noticesEntities = [Notice, InboxItem, NoticeSetting];
