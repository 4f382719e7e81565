import { useLayoutEffect, useRef } from 'react';
import { NavigationType, useLocation, useNavigate, useNavigationType } from 'react-router';
import { useViewer } from '../session';
import { addressOf } from './lists';

/**
 * A list that is come to by a link without filters opens in the way that its reader has chosen. Whoever clears the
 * filters there, goes back, or was sent an address has what the address says.
 */
export function useDefaultView(): void {
  const { pathname, search, key } = useLocation();
  const { savedViews } = useViewer();
  const navigate = useNavigate();
  const how = useNavigationType();
  const last = useRef(pathname);
  useLayoutEffect(() => {
    const arrived = last.current !== pathname;
    last.current = pathname;
    if (!arrived || search !== '' || how === NavigationType.Pop) return;
    const view = savedViews.find((one) => one.path === pathname && one.isDefault);
    if (view && view.query !== '') void navigate(addressOf(view), { replace: true });
  }, [pathname, search, key, how, savedViews, navigate]);
}
