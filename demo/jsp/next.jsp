<%-- The next page. It trusts only the server's record, never the browser's claim. --%><%@ page pageEncoding="UTF-8" contentType="text/html; charset=EUC-KR" import="java.util.Map" %><%@ include file="/WEB-INF/jspf/signed-in.jspf" %><%@ include file="/WEB-INF/jspf/guard.jspf" %><%
  @SuppressWarnings("unchecked")
  Map<String, Object> account = (Map<String, Object>) session.getAttribute("account");
  if (request.getMethod().equals("POST")) {
    synchronized (account) {
      boolean isFresh = account.get("verificationId") != null && System.currentTimeMillis() < (Long) account.get("expiresAt");
      // Each result opens the page once; a copy of the ID opens nothing.
      if (isFresh && isEqual(account.get("verificationId"), request.getParameter("motpId"))) {
        account.remove("verificationId");
        session.setAttribute("isVerified", true);
      }
    }
  }
  boolean isVerified = session.getAttribute("isVerified") != null;
%><html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset=euc-kr">
<link rel="icon" href="data:,">
<title>학습</title>
</head>
<body>
<h1 id="result" data-verified="<%= isVerified %>"><%= isVerified ? "학습을 시작합니다." : "본인인증이 필요합니다." %></h1>
</body>
</html>
