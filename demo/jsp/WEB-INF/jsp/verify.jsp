<%-- An endpoint with the widget's own JSON contract (docs/endpoint-contract.md, docs/jsp.md). Its guard
     against foreign pages (CSRF) is the origin, and the content type that no form can send. --%><%@ page pageEncoding="UTF-8" contentType="application/json; charset=UTF-8" import="java.util.HashMap, java.util.Map" %><%@ include file="/WEB-INF/jspf/json.jspf" %><%!
  /** The HTTP statuses other than 200, by outcome (docs/endpoint-contract.md). */
  static final Map<String, Integer> STATUS = Map.of(
    "code-mismatch", 422, "code-expired", 422, "locked", 423, "code-replayed", 409, "key-required", 400,
    "attempt-unknown", 404, "key-reused", 422, "origin", 403, "session-required", 403, "invalid-request", 400);

  static final java.util.Set<String> OCCASIONS =
    java.util.Set.of("enrollment", "lesson", "progress-test", "exam", "assignment");

  /** The longest body of the contract, in bytes. */
  static final int MAX_BODY_BYTES = 1024;

  /** An answer: its status and its JSON. */
  static String[] answer(int status, String json) {
    return new String[] {String.valueOf(status), json};
  }

  static String[] refusal(String code) {
    return refusal(code, STATUS.get(code));
  }

  static String[] refusal(String code, int status) {
    return answer(status, "{\"code\":\"" + code + "\",\"counted\":false,\"serverTime\":" + System.currentTimeMillis() + "}");
  }

  /** Returns the answer to what decide.jsp has found. */
  static String[] decision(HttpServletRequest request) {
    String code = (String) request.getAttribute("outcome");
    long now = System.currentTimeMillis();
    String json = "{\"code\":\"" + code + "\",\"counted\":" + request.getAttribute("counted")
      + ",\"serverTime\":" + now + ",\"failures\":" + request.getAttribute("failures") + ",\"maxFailures\":5"
      + ",\"period\":60,\"stepEndsInMs\":" + (60000 - now % 60000);
    if (code.equals("locked")) {
      json += ",\"unlock\":[\"phone-identity\",\"re-registration\"],\"lockedAt\":" + request.getAttribute("lockedAt");
    }
    if (code.equals("verified")) {
      json += ",\"verificationId\":\"" + request.getAttribute("verificationId") + "\",\"verifiedAt\":" + now
        + ",\"expiresAt\":" + (now + 600000);
    }
    return answer(STATUS.getOrDefault(code, 200), json + "}");
  }

  /**
   * Accepts the origin of web.xml, and requests that no page sends. Without one, the host must be that of
   * the request: behind a proxy that terminates TLS, the scheme differs.
   */
  static boolean isOwnOrigin(HttpServletRequest request) {
    String origin = request.getHeader("Origin");
    String configured = request.getServletContext().getInitParameter("publicOrigin");
    if (origin == null) return true;
    if (configured != null && !configured.isEmpty()) return origin.equals(configured);
    return origin.equals("https://" + request.getHeader("Host")) || origin.equals("http://" + request.getHeader("Host"));
  }

  /** Returns the code, the occasion and the unit of a valid request; null for any other. */
  static String[] attemptIn(String body) {
    Map<String, String> fields = flatJson(body);
    if (fields == null || !"1".equals(fields.get("\"v\""))) return null;
    String code = fields.getOrDefault("\"code\"", "");
    String occasion = fields.getOrDefault("\"occasion\"", "").replace("\"", "");
    String unit = fields.getOrDefault("\"unit\"", "1");
    boolean isValid = code.matches("\"[0-9]{6}\"") && OCCASIONS.contains(occasion) && unit.matches("[1-9][0-9]{0,3}");
    return isValid ? new String[] {code.substring(1, 7), occasion + " " + fields.get("\"unit\"")} : null;
  }

  /** Handles an attempt. Requests with the same key get the first answer again. */
  static String[] attempt(HttpServletRequest request, PageContext page, Map<String, Object> account) throws Exception {
    String type = request.getContentType();
    if (type == null || !type.matches("(?i)application/json\\s*(;.*)?")) return refusal("invalid-request", 415);
    // One byte more than is allowed, and no further.
    byte[] body = request.getInputStream().readNBytes(MAX_BODY_BYTES + 1);
    if (body.length > MAX_BODY_BYTES) return refusal("invalid-request", 413);
    String header = request.getHeader("Idempotency-Key");
    if (header == null || !header.matches("\"[A-Za-z0-9_-]{22,64}\"")) return refusal("key-required");
    String[] attempt = attemptIn(new String(body, java.nio.charset.StandardCharsets.UTF_8));
    if (attempt == null) return refusal("invalid-request");
    String key = header.replace("\"", "");
    String fingerprint = attempt[0] + " " + attempt[1];
    @SuppressWarnings("unchecked")
    Map<String, String[]> answers = (Map<String, String[]>) account.get("answers");
    // Of the account, not of the session: a new login must not count the same key again.
    synchronized (account) {
      String[] before = answers.get(key);
      if (before != null) {
        if (!before[2].equals(fingerprint)) return refusal("key-reused");
        ((HttpServletResponse) page.getResponse()).setHeader("Idempotency-Replayed", "true");
        return before;
      }
      request.setAttribute("code", attempt[0]);
      page.include("/WEB-INF/jsp/decide.jsp", false);
      String[] decided = decision(request);
      // A lock from before is not kept: after the unlock, the same key may be evaluated.
      boolean isKept = !decided[0].equals("423") || (Boolean) request.getAttribute("counted");
      if (isKept) answers.put(key, new String[] {decided[0], decided[1], fingerprint});
      return decided;
    }
  }

  /** Returns the answer that a key has got. */
  static String[] outcome(String key, Map<String, Object> account) {
    @SuppressWarnings("unchecked")
    Map<String, String[]> answers = (Map<String, String[]>) account.get("answers");
    synchronized (account) {
      String[] stored = answers.get(key);
      return stored == null ? refusal("attempt-unknown") : stored;
    }
  }
%><%
  @SuppressWarnings("unchecked")
  Map<String, Object> trainee = (Map<String, Object>) session.getAttribute("account");
  String path = request.getPathInfo() == null ? "" : request.getPathInfo();
  String[] result;
  if (path.equals("") ? !request.getMethod().equals("POST") : !request.getMethod().equals("GET")) {
    response.setHeader("Allow", path.equals("") ? "POST" : "GET");
    result = refusal("invalid-request", 405);
  } else if (path.equals("") && !isOwnOrigin(request)) {
    result = refusal("origin");
  } else if (trainee == null) {
    result = refusal("session-required");
  } else if (path.equals("/status")) {
    pageContext.include("/WEB-INF/jsp/decide.jsp", false);
    result = answer(200, decision(request)[1]);
  } else if (path.startsWith("/attempts/")) {
    result = outcome(path.substring("/attempts/".length()), trainee);
  } else if (path.equals("")) {
    result = attempt(request, pageContext, trainee);
  } else {
    result = refusal("invalid-request", 404);
  }
  int status = Integer.parseInt(result[0]);
  response.setStatus(status);
  if (status >= 400) response.setContentType("application/problem+json; charset=UTF-8");
  response.setHeader("Cache-Control", "no-store");
  response.setHeader("X-Content-Type-Options", "nosniff");
  out.print(result[1]);
%>
