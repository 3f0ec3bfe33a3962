using System.Text;
using Streamix.ServiceDefaults.Auth;

namespace Streamix.Auth.Session.Keys;

/// <summary>This service believes its own tokens without asking itself over the network.</summary>
internal sealed class OwnKeySource(KeyRings rings) : IKeySource
{
    public async Task<string> ReadAsync(CancellationToken cancellationToken) => Encoding.UTF8.GetString((await rings.GetAsync(cancellationToken)).Jwks);
}
