namespace Streamix.AppHost.Clusters;

internal static class Auth
{
    public static void AddAuth(this Platform platform)
    {
        if (!platform.Options.Includes("auth")) return;

        platform.Session = platform.AddService<Projects.Streamix_Auth_Session>("auth-session")
            .WithDatabase(platform)
            .WithBus(platform)
            .HoldsPersonalData(platform)
            .WithSessions(platform)
            .WithGrpc()
            .WithSecret(platform, "Session__KeyEncryptionSecret", "key-encryption-secret");

        platform.AddService<Projects.Streamix_Auth_Identity>("auth-identity")
            .WithDatabase(platform)
            .WithBus(platform)
            .HoldsPersonalData(platform)
            .WithSealedInbox(platform)
            .WithSecret(platform, "Identity__EncryptionSecret", "encryption-secret");
    }
}
