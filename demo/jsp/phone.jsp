<%@ page pageEncoding="UTF-8" contentType="text/html; charset=EUC-KR" %><%@ include file="/WEB-INF/jspf/totp.jspf" %><html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset=euc-kr">
<meta http-equiv="refresh" content="5">
<link rel="icon" href="data:,">
<title>mOTP 앱</title>
</head>
<body>
<p>훈련생의 휴대폰에 지금 보이는 mOTP 번호 (<%= PERIOD - System.currentTimeMillis() / 1000 % PERIOD %>초 남음)</p>
<h1 id="number"><%= numberAt(seed(), stepNow()) %></h1>
</body>
</html>
