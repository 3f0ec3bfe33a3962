using Streamix.ServiceDefaults;
using Streamix.ServiceDefaults.Auth;

namespace Streamix.Auth.Session.Issuing;

/// <summary>The issuer needs nobody to get a token.</summary>
internal sealed class OwnServiceTokens(AccessTokens tokens, ServiceIdentity identity) : IServiceTokens
{
    public async ValueTask<string?> GetAsync(CancellationToken cancellationToken) => (await tokens.ForServiceAsync(identity.Name, cancellationToken)).Text;
}
