<%-- The mOTP system. It checks the request attribute `code` for the trainee of the session. It sets the
     attributes `outcome` (a code of docs/endpoint-contract.md), `counted`, `failures`, `lockedAt` and
     `verificationId`. Without a `code` it only sets the account's status. --%><%@ page pageEncoding="UTF-8" import="java.util.Map, java.util.UUID" %><%@ include file="/WEB-INF/jspf/totp.jspf" %><%!
  /** The number of consecutive failures that locks the account (manual: 5회). */
  static final int MOST_FAILURES = 5;

  /** For how many time steps an old code counts as expired rather than wrong. */
  static final int OLDER_STEPS = 10;

  /** How long the result of a verification opens a page, in ms. */
  static final long RECEIPT_MS = 600000;

  /** Returns the time step of a code, or -1. Never a future one. */
  static long matchedStep(byte[] seed, String code, long now) throws java.security.GeneralSecurityException {
    long matched = -1;
    for (long step = now - OLDER_STEPS; step <= now; step++) {
      // Compares every step in constant time: the time of the answer tells nothing about the code.
      if (java.security.MessageDigest.isEqual(numberAt(seed, step).getBytes(), code.getBytes())) matched = step;
    }
    return matched;
  }

  /** Accepts the current time step, and the previous one for half a period, because typing takes time. */
  static boolean isAccepted(long step, long now) {
    long intoStep = System.currentTimeMillis() / 1000 % PERIOD;
    return step == now || (step == now - 1 && intoStep < PERIOD / 2);
  }

  String outcomeOf(Map<String, Object> account, String code) throws java.security.GeneralSecurityException {
    if ((Integer) account.get("failures") >= MOST_FAILURES) return "locked";
    if (code == null) return "ready";
    if (!code.matches("[0-9]{6}")) return "invalid-request";
    long now = stepNow();
    long step = matchedStep(seed(), code, now);
    if (step < 0) {
      int failures = (Integer) account.get("failures") + 1;
      account.put("failures", failures);
      if (failures < MOST_FAILURES) return "code-mismatch";
      account.put("lockedAt", System.currentTimeMillis());
      return "locked";
    }
    if (step == (Long) account.get("lastStep")) return "code-replayed";
    if (step < (Long) account.get("lastStep") || !isAccepted(step, now)) return "code-expired";
    account.put("lastStep", step);
    account.put("failures", 0);
    return "verified";
  }
%><%
  @SuppressWarnings("unchecked")
  Map<String, Object> account = (Map<String, Object>) session.getAttribute("account");
  // One request of an account at a time: reading the failures and counting must not be separated.
  synchronized (account) {
    Object before = account.get("failures");
    String outcome = outcomeOf(account, (String) request.getAttribute("code"));
    request.setAttribute("outcome", outcome);
    request.setAttribute("counted", (Integer) account.get("failures") > (Integer) before);
    request.setAttribute("failures", account.get("failures"));
    request.setAttribute("lockedAt", account.get("lockedAt"));
    if (outcome.equals("verified")) {
      String id = UUID.randomUUID().toString();
      // The site's pages trust only this ID, never the browser's claim.
      account.put("verificationId", id);
      account.put("expiresAt", System.currentTimeMillis() + RECEIPT_MS);
      request.setAttribute("verificationId", id);
    }
  }
%>