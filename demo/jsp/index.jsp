<%@ page pageEncoding="UTF-8" contentType="text/html; charset=EUC-KR" %><%@ include file="/WEB-INF/jspf/signed-in.jspf" %><%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %><html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset=euc-kr">
<link rel="icon" href="data:,">
<title>2009년의 원격훈련 사이트</title>
</head>
<body>
<h1>2009년의 원격훈련 사이트</h1>
<p>페이지마다 &lt;motp-verify&gt;를 다른 방법으로 씁니다. 번호는 <a href="phone.jsp" target="phone">휴대폰 화면</a>에 있습니다.
</p>
<form method="post" action="<c:url value="/logout.jsp" />"><%@ include file="/WEB-INF/jspf/csrf-field.jspf" %><input type="submit" value="로그아웃"></form>
<table border="1" cellpadding="4">
<tr><td><a href="<c:url value="/euc-kr.jsp" />">euc-kr.jsp</a></td><td>EUC-KR 파일, DOCTYPE 없음, 일반 스크립트</td></tr>
<tr><td><a href="<c:url value="/module.jsp" />">module.jsp</a></td><td>같은 EUC-KR 페이지, 모듈 스크립트</td></tr>
<tr><td><a href="<c:url value="/xhtml.jsp" />">xhtml.jsp</a></td><td>XHTML 1.0 Transitional, 표 안, 모듈 스크립트, X-UA-Compatible</td></tr>
<tr><td><a href="<c:url value="/libraries.jsp" />">libraries.jsp</a></td><td>jQuery 1.12와 prototype.js, EUC-KR이라고 말하는 서버의 스크립트</td></tr>
<tr><td><a href="<c:url value="/resets.jsp" />">resets.jsp</a></td><td>CSS 초기화, html 62.5%, 한 페이지에 위젯 두 개</td></tr>
<tr><td><a href="<c:url value="/base.jsp" />">base.jsp</a></td><td>base href와 ;jsessionid</td></tr>
<tr><td><a href="<c:url value="/frameset.jsp" />">frameset.jsp</a></td><td>프레임셋과 iframe 레이어, document.domain</td></tr>
<tr><td><a href="<c:url value="/form.jsp" />">form.jsp</a></td><td>기존 인증 처리(otpProc.do)를 속성만으로 연결</td></tr>
<tr><td><a href="<c:url value="/full-page.jsp" />">full-page.jsp</a></td><td>페이지 전체를 전송하고 서버가 결과를 그리는 방법</td></tr>
<tr><td><a href="<c:url value="/slotted.jsp" />">slotted.jsp</a></td><td>document.form1.motpNo, check(), jQuery.serialize(), 스크립트 없이</td></tr>
<tr><td><a href="<c:url value="/opener.jsp" />">opener.jsp</a></td><td>부모 창을 부르는 팝업, 휴대폰 본인인증 팝업</td></tr>
<tr><td><a href="<c:url value="/spring.jsp" />">spring.jsp</a></td><td>Spring의 CSRF 토큰</td></tr>
<tr><td><a href="<c:url value="/escaping.jsp" />">escaping.jsp</a></td><td>EL과 fn:escapeXml로 넣는 이름</td></tr>
<tr><td><a href="<c:url value="/exam.jsp" />">exam.jsp</a></td><td>붙여넣기, Ctrl, 오른쪽 클릭을 막는 시험 페이지</td></tr>
<tr><td><a href="<c:url value="/load.jsp" />">load.jsp</a></td><td>jQuery.load()로 불러오는 레이어</td></tr>
</table>
</body>
</html>
