<%-- Two common mistakes in HTML: `/>` closes no element, and a table accepts only rows and cells. --%><%@ page pageEncoding="UTF-8" contentType="text/html; charset=UTF-8" %><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="ko" lang="ko">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=UTF-8" />
<link rel="icon" href="data:," />
<title>닫지 않은 태그</title>
<script type="text/javascript" src="motp/motp-verify.classic.js"></script>
</head>
<body>
<table id="table"><tr><motp-verify id="in-table" endpoint="motp/verify"></motp-verify></tr></table>
<motp-verify id="unclosed" endpoint="motp/verify" />
<p id="lost">이 글은 위젯 안으로 들어가 보이지 않습니다.</p>
</body>
</html>
