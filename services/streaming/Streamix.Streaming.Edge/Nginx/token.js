// Checks the tokens that the orchestrator writes into paths: /t/{payload}.{signature}/{object}. Runs in nginx's njs.
import crypto from 'crypto';

var keys = {};

function parse(r) {
    var uri = r.uri;
    var end = uri.indexOf('/', 3);
    var dot = uri.indexOf('.', 3);
    if (uri.substring(0, 3) !== '/t/' || dot < 0 || dot > end) {
        return null;
    }

    var encoded = uri.substring(3, dot);
    var bytes = Buffer.from(encoded, 'base64url');
    // One text for one payload: no second spelling of the same token.
    if (bytes.toString('base64url') !== encoded) {
        return null;
    }

    var payload = bytes.toString();
    var fields = payload.split(';');
    if (fields.length !== 7 || fields[0] !== 'v1') {
        return null;
    }

    return { payload: payload, fields: fields, signature: uri.substring(dot + 1, end), path: uri.substring(end + 1) };
}

function same(one, other) {
    var different = one.length ^ other.length;
    for (var i = 0; i < one.length && i < other.length; i++) {
        different |= one.charCodeAt(i) ^ other.charCodeAt(i);
    }

    return different === 0;
}

function isSigned(token) {
    var id = token.fields[1];
    if (!Object.prototype.hasOwnProperty.call(keys, id)) {
        return false;
    }

    return same(crypto.createHmac('sha256', keys[id]).update(token.payload).digest('base64url'), token.signature);
}

// Video and its playlists only of renditions that were granted; what names all of them, only with all of them.
function isGranted(renditions, file) {
    if (renditions === '*') {
        return true;
    }

    var names = renditions.substring(2).split(',');
    var parts = file.split('/');
    if (parts[0] === 'video') {
        return parts.length === 3 && names.indexOf(parts[1]) >= 0;
    }

    if (parts.length > 1 || /^(audio|text)-/.test(file)) {
        return true;
    }

    var playlist = /^(.+)\.(m3u8|mpd)$/.exec(file);
    return playlist === null || names.indexOf(playlist[1].replace(/-clearkey$/, '').replace(/-iframes$/, '')) >= 0;
}

// As AddressClass writes it.
function addressClass(r) {
    var hex = r.rawVariables.binary_remote_addr.toString('hex');
    if (hex.length === 32 && hex.substring(0, 24) === '00000000000000000000ffff') {
        hex = hex.substring(24);
    }

    return hex.length === 8 ? '4:' + hex.substring(0, 6) : '6:' + hex.substring(0, 14);
}

function verdict(r) {
    var token = parse(r);
    if (token === null || !isSigned(token)) {
        return 'token';
    }

    var prefix = token.fields[4];
    if (!(Number(token.fields[2]) > Date.now() / 1000)) {
        return 'expired';
    }

    if (prefix.length === 0 || token.path.substring(0, prefix.length) !== prefix) {
        return 'path';
    }

    if (!isGranted(token.fields[5], token.path.substring(prefix.length))) {
        return 'rendition';
    }

    return token.fields[6] === '' || token.fields[6] === addressClass(r) ? 'ok' : 'address';
}

// Names the file that denies it; whether the token is ours is asked afterwards.
function playback(r) {
    var token = parse(r);
    return token !== null && /^[0-9a-f-]{36}$/.test(token.fields[3]) ? token.fields[3] : 'nobody';
}

export default { verdict: verdict, playback: playback };
