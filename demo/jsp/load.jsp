<%@ page pageEncoding="UTF-8" contentType="text/html; charset=EUC-KR" %><%@ include file="/WEB-INF/jspf/signed-in.jspf" %><html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset=euc-kr">
<link rel="icon" href="data:,">
<title>jQuery.load()</title>
<script type="text/javascript" src="js/jquery-1.12.4.min.js"></script>
<script type="text/javascript">
$.ajaxSetup({async: false, cache: false});
function openLayer() { $("#layer").load("layer.jsp"); }
</script>
</head>
<body onload="openLayer()">
<input type="button" value="본인인증" onclick="openLayer()">
<div id="layer"></div>
</body>
</html>
