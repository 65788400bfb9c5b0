<%@ page pageEncoding="UTF-8" contentType="text/html; charset=EUC-KR" import="java.util.*" %><%
  request.setCharacterEncoding("EUC-KR");
  String userId = request.getParameter("userId");
  if (request.getMethod().equals("POST") && userId != null && userId.matches("[a-z0-9-]{1,40}")) {
    Map<String, Map<String, Object>> accounts;
    synchronized (application) {
      accounts = (Map<String, Map<String, Object>>) application.getAttribute("accounts");
      if (accounts == null) application.setAttribute("accounts", accounts = new HashMap<>());
      accounts.computeIfAbsent(userId, id -> new HashMap<>(Map.of("failures", 0, "lastStep", -1L)));
    }
    session.setAttribute("account", accounts.get(userId));
    session.setAttribute("answers", new HashMap<String, String[]>());
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
<p>원격훈련 사이트 데모입니다. 아무 아이디나 넣으면 그 이름의 훈련생이 됩니다.</p>
아이디 <input type="text" name="userId" value="hong" size="20"> <input type="submit" value="로그인">
</form>
</body>
</html>
