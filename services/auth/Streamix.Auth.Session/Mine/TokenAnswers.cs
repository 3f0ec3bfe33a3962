using Streamix.Auth.Contracts.Sessions;
using Streamix.Auth.Session.Families;
using Streamix.Auth.Session.Issuing;
using Streamix.Auth.Session.Keys;

namespace Streamix.Auth.Session.Mine;

/// <summary>Hands tokens out, into cookies or into the body.</summary>
internal sealed class TokenAnswers(AccessTokens access, RefreshTokens refresh)
{
    /// <summary>Both tokens of a session, signed by <paramref name="signer"/>.</summary>
    public SessionTokens Both(HttpResponse response, Family family, RefreshToken token, bool cookies, Signer signer)
    {
        var issued = access.ForUser(family, signer);
        var text = refresh.Write(token);
        response.Headers.CacheControl = "no-store";
        if (!cookies)
            return new(family.Id, issued.Text, issued.ExpiresAt, text, family.IdleUntil);
        SessionCookies.Lay(response, issued.Text, issued.ExpiresAt, text, family.IdleUntil, family.Persistent);
        return new(family.Id, null, issued.ExpiresAt, null, family.IdleUntil);
    }

    /// <summary>A new access token beside the refresh token the client has.</summary>
    public async Task<SessionTokens> AccessAsync(HttpResponse response, Family family, CancellationToken cancellationToken)
    {
        var issued = await access.ForUserAsync(family, cancellationToken);
        response.Headers.CacheControl = "no-store";
        if (!family.Cookies)
            return new(family.Id, issued.Text, issued.ExpiresAt, null, null);
        SessionCookies.LayAccess(response, issued.Text, issued.ExpiresAt, family.Persistent);
        return new(family.Id, null, issued.ExpiresAt, null, null);
    }
}
