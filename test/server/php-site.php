<?php
/** A site with the PHP half, as a router of `php -S`: /login, the endpoint at /motp, and /verified. */
require __DIR__ . '/../../server/motp.php';

session_start();
$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
if ($path === '/login') {
    $_SESSION['motp_trainee'] = ['subject' => $_GET['subject'], 'name' => '홍길동', 'phone' => '01012345678'];
} elseif ($path === '/verified') {
    echo motp_is_verified('enrollment') ? 'true' : 'false';
} else {
    $_SERVER['PATH_INFO'] = substr($path, strlen('/motp'));
    motp_handle();
}
