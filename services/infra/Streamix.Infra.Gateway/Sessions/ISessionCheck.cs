namespace Streamix.Infra.Gateway.Sessions;

/// <summary>Tells who calls. Asked once for each request that carries a token.</summary>
public interface ISessionCheck
{
    /// <param name="token">The token without a scheme.</param>
    ValueTask<SessionVerdict> CheckAsync(ReadOnlyMemory<char> token, CancellationToken cancellationToken);
}
