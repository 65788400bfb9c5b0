<%@ page pageEncoding="UTF-8" contentType="text/html; charset=EUC-KR" import="java.util.*" %><%
  // The login has a token as well: nobody signs a visitor in as somebody else.
  if (session.getAttribute("_csrf") == null) session.setAttribute("_csrf", UUID.randomUUID().toString());
%><%@ include file="/WEB-INF/jspf/guard.jspf" %><%
  String userId = request.getParameter("userId");
  if (request.getMethod().equals("POST") && userId != null && userId.matches("[a-z0-9-]{1,40}")) {
    Map<String, Map<String, Object>> accounts;
    synchronized (application) {
      accounts = (Map<String, Map<String, Object>>) application.getAttribute("accounts");
      if (accounts == null) application.setAttribute("accounts", accounts = new HashMap<>());
      // The answers by key are the account's: a new session must not count the same key again.
      accounts.computeIfAbsent(userId, id ->
        new HashMap<>(Map.of("failures", 0, "lastStep", -1L, "answers", new HashMap<String, String[]>())));
    }
    // A new session with a new ID: one that somebody knew before the login is worth nothing after it.
    session.invalidate();
    session = request.getSession(true);
    session.setAttribute("account", accounts.get(userId));
    session.setAttribute("_csrf", UUID.randomUUID().toString());
    response.sendRedirect(response.encodeRedirectURL("index.jsp"));
    return;
  }
%><html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset=euc-kr">
<link rel="icon" href="data:,">
<title>로그인</title>
</head>
<body>
<form name="loginForm" method="post" action="<%= response.encodeURL("login.jsp") %>">
<%@ include file="/WEB-INF/jspf/csrf-field.jspf" %>
<p>원격훈련 사이트 데모입니다. 아무 아이디나 넣으면 그 이름의 훈련생이 됩니다.</p>
아이디 <input type="text" name="userId" value="hong" size="20"> <input type="submit" value="로그인">
</form>
</body>
</html>
