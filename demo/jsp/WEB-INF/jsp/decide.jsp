<%-- The mOTP system. It checks the request attribute `code` for the trainee of the session. It sets the
     attributes `outcome` (a code of docs/endpoint-contract.md), `counted`, `failures` and
     `verificationId`. Without a `code` it only sets the account's status. --%><%@ page pageEncoding="UTF-8" import="java.util.Map, java.util.UUID" %><%@ include file="/WEB-INF/jspf/totp.jspf" %><%!
  /** The number of consecutive failures that locks the account (manual: 5회). */
  static final int MOST_FAILURES = 5;

  /** For how many time steps an old code counts as expired rather than wrong. */
  static final int OLDER_STEPS = 10;

  /** Returns the time step of a code, or -1. */
  static long matchedStep(byte[] seed, String code) throws java.security.GeneralSecurityException {
    for (long step = stepNow(); step >= stepNow() - OLDER_STEPS; step--) {
      if (numberAt(seed, step).equals(code)) return step;
    }
    return -1;
  }

  /** Accepts the current time step, and the previous one for half a period, because typing takes time. */
  static boolean isAccepted(long step) {
    long intoStep = System.currentTimeMillis() / 1000 % PERIOD;
    return step == stepNow() || (step == stepNow() - 1 && intoStep < PERIOD / 2);
  }

  String outcomeOf(Map<String, Object> account, String code) throws java.security.GeneralSecurityException {
    if ((Integer) account.get("failures") >= MOST_FAILURES) return "locked";
    if (code == null) return "ready";
    if (!code.matches("[0-9]{6}")) return "invalid-request";
    long step = matchedStep(seed(), code);
    if (step < 0) {
      int failures = (Integer) account.get("failures") + 1;
      account.put("failures", failures);
      return failures < MOST_FAILURES ? "code-mismatch" : "locked";
    }
    if (!isAccepted(step)) return "code-expired";
    if (step <= (Long) account.get("lastStep")) return "code-replayed";
    account.put("lastStep", step);
    account.put("failures", 0);
    return "verified";
  }
%><%
  @SuppressWarnings("unchecked")
  Map<String, Object> account = (Map<String, Object>) session.getAttribute("account");
  synchronized (account) {
    Object before = account.get("failures");
    String outcome = outcomeOf(account, (String) request.getAttribute("code"));
    request.setAttribute("outcome", outcome);
    request.setAttribute("counted", (Integer) account.get("failures") > (Integer) before);
    request.setAttribute("failures", account.get("failures"));
    if (outcome.equals("verified")) {
      String id = UUID.randomUUID().toString();
      // The site's pages trust only this ID, never the browser's claim.
      session.setAttribute("verificationId", id);
      request.setAttribute("verificationId", id);
    }
  }
%>
