using Streamix.AppHost.Clusters;
using Streamix.AppHost.Signing;

namespace Streamix.AppHost;

/// <summary>Who knows whom, said once when every service is in the graph.</summary>
internal static class Introductions
{
    private const string Commands = "apphost";

    public static void IntroduceServices(this Platform platform)
    {
        platform.Options.RefuseEmptyClusters(platform.Services.Select(service => service.Resource.Name).Concat(platform.Pages.Select(pages => pages.Resource.Name)));
        foreach (var service in platform.Services)
            platform.IntroduceToSession(service);
        platform.Acquaint("auth-session", "users-profile");
        platform.Acquaint("auth-identity", "comms-email");
        platform.Acquaint("users-account", "auth-identity", "comms-email");
        platform.Acquaint("media-transcoder", "media-catalog", "media-drm");
        platform.Acquaint("discovery-indexer", "media-catalog");
        platform.AcquaintStreaming();
        platform.NameHoldersOfPersonalData();
        platform.IntroducePages();
        if (platform.Find("infra-gateway") is { } gateway)
        {
            foreach (var service in platform.Services.Where(service => service.Resource != gateway.Resource && platform.Edges.All(edge => edge.Resource != service.Resource)))
                gateway.WithReference(service);
            platform.TellPublicAddress(gateway.GetEndpoint("http"));
            platform.Buckets.OpenTo(gateway.GetEndpoint("http"));
        }
    }

    /// <summary>Links in mails, the page for a television's code and the origin of passkeys: here the gateway's own address, in the cloud that of the domain.</summary>
    private static void TellPublicAddress(this Platform platform, EndpointReference door)
    {
        var domain = platform.Builder.ExecutionContext.IsPublishMode ? platform.Builder.AddParameter("public-domain") : null;
        var address = domain is null ? ReferenceExpression.Create($"{door}") : ReferenceExpression.Create($"https://{domain}");
        platform.Session?.WithEnvironment("Session__VerificationUri", ReferenceExpression.Create($"{address}/device"));
        platform.Find("auth-identity")?.WithEnvironment("Identity__Passkeys__Origins__0", address);
        platform.Find("comms-email")?.WithEnvironment("Email__WebApp", address).WithEnvironment("Email__PublicApi", ReferenceExpression.Create($"{address}/api/v1"));
        if (domain is not null) platform.Find("auth-identity")?.WithEnvironment("Identity__Passkeys__RelyingParty", domain);
    }

    /// <summary>The secret by which the AppHost's own commands get a token.</summary>
    public static string CommandsSecret(this Platform platform) => platform.Secrets.Keep($"{Commands}-client-secret", Secrets.MakePassword);

    /// <summary>The session service's key set checks tokens, and its client credentials make them. Without it this machine's key does.</summary>
    private static void IntroduceToSession(this Platform platform, IResourceBuilder<ProjectResource> service)
    {
        if (platform.Session is not { } session)
        {
            service.WithLocalKeySet(platform);
            return;
        }
        if (service.Resource == session.Resource)
        {
            if (platform.Builder.ExecutionContext.IsRunMode) session.WithEnvironment($"Clients__{Commands}", platform.CommandsSecret());
            return;
        }
        var secret = platform.Secrets.Password($"{service.Resource.Name}-client-secret");
        service.WithReference(session).WithEnvironment("Auth__ClientSecret", secret);
        session.WithEnvironment($"Clients__{service.Resource.Name}", secret);
    }

    private static void AcquaintStreaming(this Platform platform)
    {
        platform.Acquaint("streaming-rights", "media-catalog");
        platform.Acquaint("streaming-watch-history", "media-catalog");
        platform.Acquaint("streaming-playback-context", "media-catalog", "media-drm", "users-profile", "streaming-rights", "streaming-cdn-orchestrator", "streaming-watch-history");
        foreach (var edge in platform.Edges) platform.Acquaint(edge.Resource.Name, "streaming-cdn-orchestrator");
    }

    private static void Acquaint(this Platform platform, string service, params ReadOnlySpan<string> others)
    {
        if (platform.Find(service) is not { } found) return;
        foreach (var other in others)
            if (platform.Find(other) is { } known) found.WithReference(known);
    }

    /// <summary>The account's sagas ask each of them for its part, and to erase it.</summary>
    private static void NameHoldersOfPersonalData(this Platform platform)
    {
        if (platform.Find("users-account") is not { } account) return;
        var holders = platform.PersonalDataHolders.Where(holder => holder.Resource != account.Resource).ToArray();
        for (var i = 0; i < holders.Length; i++)
            account.WithReference(holders[i]).WithEnvironment($"Account__PersonalDataServices__{i}", holders[i].Resource.Name);
    }
}
