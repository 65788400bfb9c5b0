<%@ page pageEncoding="UTF-8" contentType="text/html; charset=EUC-KR" import="java.util.UUID" %><%@ include file="/WEB-INF/jspf/signed-in.jspf" %><%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %><%
  session.setAttribute("_csrf", UUID.randomUUID().toString());
%><html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset=euc-kr">
<meta name="_csrf" content="<c:out value="${sessionScope._csrf}" />">
<meta name="_csrf_header" content="X-CSRF-TOKEN">
<link rel="icon" href="data:,">
<title>CSRF</title>
<script type="text/javascript" src="motp/motp-verify.classic.js"></script>
</head>
<body>
<c:choose>
<c:when test="${param.by == 'field'}">
<form name="form1" method="post" action="next.jsp">
<input type="hidden" name="_csrf" value="<c:out value="${sessionScope._csrf}" />">
<motp-verify endpoint="motp/otpProc.do" format="form" code-field="motpNo" response-charset="euc-kr"
  response-map='{"code": "resultCode", "values": {"0000": "verified", "E101": "code-mismatch"}}'></motp-verify>
</form>
</c:when>
<c:otherwise>
<motp-verify endpoint="motp/guarded" csrf="meta"></motp-verify>
</c:otherwise>
</c:choose>
</body>
</html>
