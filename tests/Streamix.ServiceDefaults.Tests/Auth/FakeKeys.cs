using Streamix.ServiceDefaults.Auth;

namespace Streamix.ServiceDefaults.Tests.Auth;

internal sealed class FakeKeys(Func<string> read) : IKeySource
{
    public int Reads { get; private set; }

    public Task<string> ReadAsync(CancellationToken cancellationToken)
    {
        Reads++;
        return Task.FromResult(read());
    }
}
