namespace Streamix.AppHost.Clusters;

internal static class Users
{
    public static void AddUsers(this Platform platform)
    {
        if (!platform.Options.Includes("users")) return;

        platform.AddService<Projects.Streamix_Users_Profile>("users-profile")
            .WithDatabase(platform)
            .WithBus(platform)
            .HoldsPersonalData(platform)
            .WithObjects(platform, "Avatars__Bucket")
            .WithSecret(platform, "Pins__Pepper", "pin-pepper");

        platform.AddService<Projects.Streamix_Users_Account>("users-account")
            .WithDatabase(platform)
            .WithBus(platform)
            .HoldsPersonalData(platform)
            .WithObjects(platform, "Account__Bucket")
            .WithEnvironment("Account__Administrators__0", platform.Builder.AddParameter("administrator", AdministratorOf(platform), publishValueAsDefault: false));
    }

    /// <summary>Whoever proves this address becomes an administrator.</summary>
    private static string AdministratorOf(Platform platform) => platform.Builder.Configuration["admin"] ?? "admin@streamix.example";
}
