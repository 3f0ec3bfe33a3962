namespace Streamix.AppHost.Clusters;

internal static class Comms
{
    public static void AddComms(this Platform platform)
    {
        if (!platform.Options.Includes("comms")) return;

        platform.AddService<Projects.Streamix_Comms_Email>("comms-email")
            .WithDatabase(platform)
            .WithBus(platform)
            .HoldsPersonalData(platform)
            .WithMail(platform)
            .WithSealedInbox(platform)
            .WithSecret(platform, "Email__Secret", "content-secret");
    }
}
