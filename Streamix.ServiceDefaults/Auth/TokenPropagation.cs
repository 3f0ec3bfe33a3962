using System.Net.Http.Headers;

namespace Streamix.ServiceDefaults.Auth;

/// <summary>Passes the user's token on and adds this service's own.</summary>
internal sealed class TokenPropagation(IHttpContextAccessor http, IServiceTokens tokens) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Headers.Authorization is null && http.HttpContext?.Features.Get<Caller>() is { IsUser: true, UserTokenText: { } user })
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", user);

        request.Headers.Remove(ServiceTokenHeader.Name);
        if (await tokens.GetAsync(cancellationToken) is { } own)
            request.Headers.TryAddWithoutValidation(ServiceTokenHeader.Name, own);

        return await base.SendAsync(request, cancellationToken);
    }
}
