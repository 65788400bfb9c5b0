<%-- An endpoint that speaks the widget's own contract, in JSON (docs/jsp.ko.md). --%><%@ page pageEncoding="UTF-8" contentType="application/json; charset=UTF-8" import="java.util.HashMap, java.util.Map, java.util.regex.Matcher, java.util.regex.Pattern" %><%@ include file="/WEB-INF/jspf/signed-in.jspf" %><%!
  /** HTTP statuses of the outcomes that have one of their own (contract.md). */
  static final Map<String, Integer> STATUS = Map.of(
    "code-mismatch", 422, "code-expired", 422, "locked", 423, "code-replayed", 409,
    "invalid-request", 400, "key-required", 400, "attempt-unknown", 404);

  /** The wanted string of a flat JSON object of our own widget; a real site has a library for it. */
  static String stringOf(String name, String json) {
    Matcher matcher = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"\\\\]*)\"").matcher(json);
    return matcher.find() ? matcher.group(1) : null;
  }

  static String bodyOf(HttpServletRequest request) throws java.io.IOException {
    // The contract's bodies have at most 1 KiB.
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
%><%
  @SuppressWarnings("unchecked")
  Map<String, String> answers = (Map<String, String>) session.getAttribute("answers");
  String path = request.getPathInfo() == null ? "" : request.getPathInfo();
  String key = request.getHeader("Idempotency-Key");
  String said;
  if (path.equals("/status")) {
    pageContext.include("/WEB-INF/jsp/decide.jsp", false);
    said = answer(request);
  } else if (path.startsWith("/attempts/")) {
    said = answers.getOrDefault(path.substring("/attempts/".length()), refusal("attempt-unknown"));
  } else if (key == null) {
    said = refusal("key-required");
  } else {
    // One attempt = one key = counted once, however often it arrives.
    synchronized (answers) {
      key = key.replace("\"", "");
      if (!answers.containsKey(key)) {
        String code = stringOf("code", bodyOf(request));
        request.setAttribute("code", code == null ? "" : code);
        pageContext.include("/WEB-INF/jsp/decide.jsp", false);
        answers.put(key, answer(request));
      }
      said = answers.get(key);
    }
  }
  if (!path.equals("/status")) response.setStatus(STATUS.getOrDefault(stringOf("code", said), 200));
  response.setHeader("Cache-Control", "no-store");
  response.setHeader("X-Content-Type-Options", "nosniff");
  out.print(said);
%>
