namespace Streamix.Infra.Gateway.Sessions;

/// <summary>Sessions that ended before their tokens did. Asked on every request, so it answers from memory.</summary>
public interface IRevocations
{
    bool IsRevoked(EdgeSession session);
}
