namespace Streamix.ServiceDefaults.Auth;

/// <summary>Between services a call carries up to two tokens: the user's in <c>Authorization</c>, the calling service's here.</summary>
public static class ServiceTokenHeader
{
    /// <summary>The name of the header. The gateway drops it from what comes from outside.</summary>
    public const string Name = "Streamix-Service-Token";
}
