namespace Streamix.AppHost.Clusters;

internal static class Comms
{
    public static void AddComms(this Platform platform)
    {
        if (!platform.Options.Includes("comms")) return;

        var email = platform.AddService<Projects.Streamix_Comms_Email>("comms-email")
            .WithDatabase(platform)
            .WithBus(platform)
            .HoldsPersonalData(platform)
            .WithMail(platform)
            .WithSealedInbox(platform)
            .WithSecret(platform, "Email__Secret", "content-secret");
        if (platform.Builder.ExecutionContext.IsPublishMode)
            email.WithEnvironment("Email__From", platform.Builder.AddParameter("mail-from"))
                .WithEnvironment("Email__Smtp__User", platform.Builder.AddParameter("smtp-user"))
                .WithEnvironment("Email__Smtp__Password", platform.Builder.AddParameter("smtp-password", secret: true));
    }
}
