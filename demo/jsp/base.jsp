<%@ page pageEncoding="UTF-8" contentType="text/html; charset=EUC-KR" %><%@ include file="/WEB-INF/jspf/signed-in.jspf" %><%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %><html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset=euc-kr">
<base href="<%= request.getScheme() %>://<%= request.getServerName() %>:<%= request.getServerPort() %><%= request.getContextPath() %>/resources/" target="_blank">
<link rel="icon" href="data:,">
<title>base href</title>
<script type="module" src="<%= request.getContextPath() %>/motp/motp-verify.min.js"></script>
</head>
<body>
<motp-verify endpoint="<c:url value="/motp/verify" />" login-url="<c:url value="/login.jsp" />"></motp-verify>
</body>
</html>
