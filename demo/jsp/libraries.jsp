<%@ page pageEncoding="UTF-8" contentType="text/html; charset=EUC-KR" %>
<%@ include file="/WEB-INF/jspf/signed-in.jspf" %>
<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">
<html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset=euc-kr">
<link rel="icon" href="data:,">
<title>prototype.js와 jQuery</title>
<script type="text/javascript" src="js/prototype.js"></script>
<script type="text/javascript" src="js/jquery-1.12.4.min.js"></script>
<script type="text/javascript">
jQuery.noConflict();
// What prototype.js itself did before version 1.7.
Array.prototype.toJSON = function () { return "[" + this.map(function (each) { return Object.toJSON(each); }).join(", ") + "]"; };
String.prototype.toJSON = function () { return this.inspect(true); };
Number.prototype.toJSON = function () { return isFinite(this) ? this.toString() : "null"; };
</script>
<script type="text/javascript" charset="euc-kr" src="motp/motp-verify.euc-kr.js"></script>
</head>
<body>
<div id="box"><motp-verify id="motp" endpoint="motp/verify"></motp-verify></div>
<script type="text/javascript">
var received = [];
jQuery(document).on("motp-verified", function (e) { received.push("jQuery " + typeof e.originalEvent.receipt.verificationId); });
$("box").observe("motp-verified", function (e) { received.push("prototype " + typeof e.receipt.verificationId); });
</script>
</body>
</html>
