using Streamix.Auth.Contracts.Sessions.V1;

namespace Streamix.Infra.Gateway.Sessions;

/// <summary>Who knows the sessions themselves.</summary>
internal interface ISessionAuthority
{
    /// <summary>False in a deployment without one: signature and deny list decide alone.</summary>
    bool IsThere { get; }

    Task<CheckAnswer> AskAsync(EdgeSession session);
}
