<%-- An endpoint with the widget's own JSON contract (docs/endpoint-contract.md, docs/jsp.md). --%><%@ page pageEncoding="UTF-8" contentType="application/json; charset=UTF-8" import="java.util.HashMap, java.util.Map, java.util.regex.Matcher, java.util.regex.Pattern" %><%@ include file="/WEB-INF/jspf/signed-in.jspf" %><%!
  /** The HTTP statuses other than 200, by outcome (docs/endpoint-contract.md). */
  static final Map<String, Integer> STATUS = Map.of(
    "code-mismatch", 422, "code-expired", 422, "locked", 423, "code-replayed", 409,
    "invalid-request", 400, "key-required", 400, "attempt-unknown", 404, "key-reused", 422, "origin", 403);

  static final java.util.Set<String> OCCASIONS =
    java.util.Set.of("enrollment", "lesson", "progress-test", "exam", "assignment");

  /** Returns a string of the widget's flat JSON object. A real site uses a JSON library. */
  static String stringOf(String name, String json) {
    Matcher matcher = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"\\\\]*)\"").matcher(json);
    return matcher.find() ? matcher.group(1) : null;
  }

  static String bodyOf(HttpServletRequest request) throws java.io.IOException {
    // The contract limits request bodies to 1 KiB.
    return new String(request.getInputStream().readNBytes(1024), java.nio.charset.StandardCharsets.UTF_8);
  }

  static String refusal(String code) {
    return "{\"code\":\"" + code + "\",\"counted\":false,\"serverTime\":" + System.currentTimeMillis() + "}";
  }

  static String answer(HttpServletRequest request) {
    String code = (String) request.getAttribute("outcome");
    int failures = (Integer) request.getAttribute("failures");
    long now = System.currentTimeMillis();
    String json = "{\"code\":\"" + code + "\",\"counted\":" + request.getAttribute("counted")
      + ",\"serverTime\":" + now + ",\"failures\":" + failures + ",\"maxFailures\":5"
      + ",\"period\":60,\"stepEndsInMs\":" + (60000 - now % 60000);
    if (code.equals("locked")) json += ",\"unlock\":[\"phone-identity\",\"re-registration\"]";
    if (code.equals("verified")) {
      json += ",\"verificationId\":\"" + request.getAttribute("verificationId") + "\",\"verifiedAt\":" + now
        + ",\"expiresAt\":" + (now + 600000);
    }
    return json + "}";
  }

  /** Rejects pages of other origins, whose requests also carry the session's cookie. */
  static boolean isFromElsewhere(HttpServletRequest request) {
    String origin = request.getHeader("Origin");
    String own = request.getScheme() + "://" + request.getHeader("Host");
    return origin != null && !origin.equals(own);
  }

  /** Returns the six-digit code of a valid request, or null. */
  static String codeIn(HttpServletRequest request, String body) {
    String type = request.getContentType();
    String code = stringOf("code", body);
    String occasion = stringOf("occasion", body);
    boolean isKnown = occasion == null || OCCASIONS.contains(occasion);
    boolean isJson = type != null && type.startsWith("application/json") && body.trim().endsWith("}");
    return isJson && isKnown && code != null && code.matches("[0-9]{6}") ? code : null;
  }

  /** Handles an attempt. Requests with the same key get the first response again. */
  static String attempt(HttpServletRequest request, PageContext page, Map<String, String[]> answers) throws Exception {
    if (isFromElsewhere(request)) return refusal("origin");
    String header = request.getHeader("Idempotency-Key");
    if (header == null || !header.matches("\"[A-Za-z0-9_-]{22,64}\"")) return refusal("key-required");
    String key = header.replace("\"", "");
    String body = bodyOf(request);
    String code = codeIn(request, body);
    if (code == null) return refusal("invalid-request");
    synchronized (answers) {
      String[] before = answers.get(key);
      if (before != null) {
        if (!before[0].equals(body)) return refusal("key-reused");
        ((HttpServletResponse) page.getResponse()).setHeader("Idempotency-Replayed", "true");
        return before[1];
      }
      request.setAttribute("code", code);
      page.include("/WEB-INF/jsp/decide.jsp", false);
      answers.put(key, new String[] {body, answer(request)});
      return answers.get(key)[1];
    }
  }
%><%
  @SuppressWarnings("unchecked")
  Map<String, String[]> answers = (Map<String, String[]>) session.getAttribute("answers");
  String path = request.getPathInfo() == null ? "" : request.getPathInfo();
  String json;
  if (path.equals("/status")) {
    pageContext.include("/WEB-INF/jsp/decide.jsp", false);
    json = answer(request);
  } else if (path.startsWith("/attempts/")) {
    String[] stored = answers.get(path.substring("/attempts/".length()));
    json = stored == null ? refusal("attempt-unknown") : stored[1];
  } else {
    json = attempt(request, pageContext, answers);
  }
  int status = path.equals("/status") ? 200 : STATUS.getOrDefault(stringOf("code", json), 200);
  response.setStatus(status);
  if (status >= 400) response.setContentType("application/problem+json; charset=UTF-8");
  response.setHeader("Cache-Control", "no-store");
  response.setHeader("X-Content-Type-Options", "nosniff");
  out.print(json);
%>
