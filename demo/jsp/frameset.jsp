<%@ page pageEncoding="UTF-8" contentType="text/html; charset=EUC-KR" %><%@ include file="/WEB-INF/jspf/signed-in.jspf" %><html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset=euc-kr">
<link rel="icon" href="data:,">
<title>프레임셋</title>
</head>
<frameset cols="180,*" border="0">
<frame name="menu" src="phone.jsp" noresize>
<frame name="main" src="course.jsp">
</frameset>
</html>
