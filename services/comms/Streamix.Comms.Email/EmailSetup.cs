using Streamix.Comms.Email.Addresses;
using Streamix.Comms.Email.Campaigns;
using Streamix.Comms.Email.Feedback;
using Streamix.Comms.Email.Operating;
using Streamix.Comms.Email.Queue;
using Streamix.Comms.Email.Sending;
using Streamix.Comms.Email.Suppressions;
using Streamix.Comms.Email.Templates;
using Streamix.Comms.Email.Unsubscribing;

namespace Streamix.Comms.Email;

/// <summary>What the service is made of.</summary>
internal static class EmailSetup
{
    public static WebApplicationBuilder AddEmail(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<EmailOptions>().BindConfiguration("Email")
            .Validate(o => o.Sending.Lease > o.Sending.Timeout, "Email:Sending:Lease must be longer than Email:Sending:Timeout.")
            .ValidateOnStart();
        services.AddSingleton<Secrets>();
        services.AddSingleton<AddressHashes>();
        services.AddSingleton<MailSafe>();
        services.AddSingleton<TemplateLibrary>();
        services.AddSingleton<Renderer>();
        services.AddSingleton<UnsubscribeLinks>();
        services.AddSingleton<Envelopes>();
        services.AddSingleton<MailSignal>();
        services.AddSingleton<SendRate>();
        services.AddSingleton<SendTelemetry>();
        services.AddSingleton<ISendProbe, NoSendProbe>();
        services.AddScoped<SendQueue>();
        services.AddScoped<Composer>();
        services.AddScoped<Delivery>();
        services.AddScoped<SuppressionList>();
        services.AddScoped<CampaignFeed>();
        services.AddScoped<Reports>();
        services.AddSingleton<SnsSignatures>();
        services.AddHttpClient(SnsSignatures.Client);
        services.AddSingleton<Sweeper>();
        services.AddHostedService<StartChecks>();
        services.AddHostedService<MailListener>();
        services.AddHostedService<MailSender>();
        services.AddHostedService<CampaignClock>();
        services.AddHostedService(provider => provider.GetRequiredService<Sweeper>());
        return builder;
    }

    public static void MapEmail(this WebApplication app)
    {
        app.MapSendLog();
        app.MapDeadMails();
        app.MapSuppressions();
        app.MapTemplates();
        app.MapCampaigns();
        app.MapUnsubscribing();
        app.MapFeedback();
    }
}

/// <summary>What is wrong in templates and secrets keeps the service from starting.</summary>
internal sealed class StartChecks(TemplateLibrary templates, Secrets secrets, Envelopes envelopes) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.FromResult((templates, secrets, envelopes));

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
