namespace Streamix.AppHost.Signing;

internal static class SigningExtensions
{
    /// <summary>Lets the service check tokens signed with this machine's key. In the cloud the session service's key set is asked.</summary>
    public static IResourceBuilder<ProjectResource> WithLocalKeySet(this IResourceBuilder<ProjectResource> service, Platform platform) =>
        platform.Builder.ExecutionContext.IsRunMode ? service.WithEnvironment("Auth__Jwks", platform.SigningKey.KeySet) : service;
}
