import {expect} from '@open-wc/testing';
import {transitionApp, type AppEvent, type MotpApp} from '../../../demo/phone/motp-app.ts';

const registration = {
  secret: 'GEZDGNBVGY3TQOJQ',
  device: 'first phone',
  name: '홍길동',
  phone: '01012345678',
  password: '1234',
};

/** Returns the app after these events. */
function after(from: MotpApp, ...events: readonly AppEvent[]): MotpApp {
  return events.reduce(transitionApp, from);
}

describe('the mOTP app', () => {
  it('shows its codes after installation, consent and registration', () => {
    let app: MotpApp = {status: 'in-store'};
    const expectAfter = (event: AppEvent, to: MotpApp['status']): void => {
      app = transitionApp(app, event);
      expect(app.status).to.equal(to);
    };
    expectAfter({type: 'installed'}, 'closed');
    expectAfter({type: 'opened'}, 'consent');
    expectAfter({type: 'agreed'}, 'registering');
    expectAfter({type: 'issued', registration}, 'code');
  });

  it('does not register before the trainee has agreed', () => {
    const consent: MotpApp = {status: 'consent'};
    expect(transitionApp(consent, {type: 'opened'})).to.equal(consent);
    expect(after({status: 'closed'}, {type: 'agreed'})).to.deep.equal({status: 'closed'});
  });

  it('opens again only with its password', () => {
    const closed = after({status: 'code', registration}, {type: 'closed'}, {type: 'opened'});
    const wrong = transitionApp(closed, {type: 'password-typed', password: '4321'});
    expect(wrong).to.deep.equal({status: 'password', registration, isWrong: true});
    expect(transitionApp(wrong, {type: 'password-typed', password: '1234'}).status).to.equal(
      'code',
    );
  });

  it('starts over with the consent after a confirmed reset', () => {
    const resetting = transitionApp(
      {status: 'password', registration, isWrong: true},
      {type: 'reset-requested'},
    );
    expect(resetting.status).to.equal('resetting');
    expect(transitionApp(resetting, {type: 'reset-cancelled'}).status).to.equal('password');
    expect(transitionApp(resetting, {type: 'reset'})).to.deep.equal({status: 'consent'});
  });

  it('loses its registration when it is deleted', () => {
    const again = after(
      {status: 'code', registration},
      {type: 'deleted'},
      {type: 'installed'},
      {type: 'opened'},
    );
    expect(again).to.deep.equal({status: 'consent'});
  });

  it('stays on the form when the server can’t be reached', () => {
    const app = transitionApp({status: 'registering'}, {type: 'failed', error: 'no-network'});
    expect(app).to.deep.equal({status: 'registering', error: 'no-network'});
  });
});
