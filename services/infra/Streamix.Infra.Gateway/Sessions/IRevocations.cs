namespace Streamix.Infra.Gateway.Sessions;

/// <summary>Sessions that ended before their tokens did. Asked on every request, so it answers from memory.</summary>
public interface IRevocations
{
    /// <summary>Why this token is not accepted any more; null when nothing is known against it.</summary>
    string? Against(EdgeSession session);
}
