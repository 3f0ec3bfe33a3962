using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Streamix.Comms.Email.Data;
using Streamix.Comms.Email.Operating;
using Streamix.Comms.Email.Queue;
using Streamix.Comms.Email.Sending;
using Streamix.Comms.Email.Templates;
using Streamix.Comms.Email.Unsubscribing;
using Streamix.ServiceDefaults.Audit;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Comms.Email.Campaigns;

/// <summary>Marketing mails: prepare, start, pause, resume, cancel, watch.</summary>
internal static class CampaignApi
{
    private const string Route = "/email/campaigns";
    private static readonly Order<Campaign> NewestFirst = Order.Descending((Campaign c) => c.CreatedAt).ThenDescending(c => c.Id);

    public static void MapCampaigns(this IEndpointRouteBuilder app)
    {
        var campaigns = app.MapGroup(Route).WithTags("Campaigns").RequireRole(Roles.Admin).RequireRateLimiting(RateLimits.PerCaller).WithValidation().RequireAudit();
        campaigns.MapGet("/", ListAsync).WithName("ListCampaigns").WithSummary("Campaigns, newest first");
        campaigns.MapPost("/", CreateAsync).WithName("CreateCampaign").WithSummary("Prepares a campaign").WithIdempotency<EmailDb>();
        campaigns.MapGet("/{id:guid}", ReadAsync).WithName("ReadCampaign").WithSummary("A campaign and its progress");
        campaigns.MapGet("/{id:guid}/preview", PreviewAsync).WithName("PreviewCampaign").WithSummary("The letter filled in with examples; format=html or text gives one view alone").Produces<Rendered>();
        campaigns.MapPost("/{id:guid}/members", CampaignMembers.AddAsync).WithName("AddCampaignMembers").WithSummary("Adds people who agreed, up to 500 at once; repeats change nothing");
        campaigns.MapPost("/{id:guid}/start", StartAsync).WithName("StartCampaign").WithSummary("Begins to send");
        campaigns.MapPost("/{id:guid}/pause", PauseAsync).WithName("PauseCampaign").WithSummary("Sends nothing until it is resumed");
        campaigns.MapPost("/{id:guid}/resume", ResumeAsync).WithName("ResumeCampaign").WithSummary("Goes on");
        campaigns.MapPost("/{id:guid}/cancel", CancelAsync).WithName("CancelCampaign").WithSummary("Ends it; who has not been written to will not be");
    }

    private static async Task<Ok<Page<CampaignView>>> ListAsync([AsParameters] PageQuery page, string? state, EmailDb db, CancellationToken cancellationToken)
    {
        var wanted = Choice.Of<CampaignState>("state", state);
        var found = await db.Campaigns.AsNoTracking().Where(c => wanted == null || c.State == wanted).ToPageAsync(page, NewestFirst, c => c, cancellationToken);
        var counts = await CountsAsync(db, [.. found.Items.Select(c => c.Id)], cancellationToken);
        return TypedResults.Ok(new Page<CampaignView>([.. found.Items.Select(c => CampaignView.Of(c, counts[c.Id]))], found.Next));
    }

    private static async Task<Created<CampaignView>> CreateAsync(CampaignDraft draft, EmailDb db, IAudit audit, TimeProvider time, CancellationToken cancellationToken)
    {
        var campaign = new Campaign(draft.Name, draft.Letters, draft.RatePerSecond, time.GetUtcNow());
        db.Campaigns.Add(campaign);
        audit.Record("campaign.created", $"campaign:{campaign.Id}");
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created($"{Route}/{campaign.Id}", CampaignView.Of(campaign, new Dictionary<MailState, int>()));
    }

    private static async Task<Results<Ok<CampaignView>, NotFound>> ReadAsync(Guid id, EmailDb db, CancellationToken cancellationToken) =>
        await db.Campaigns.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancellationToken) is { } campaign
            ? TypedResults.Ok(await ViewAsync(db, campaign, cancellationToken))
            : TypedResults.NotFound();

    private static async Task<IResult> PreviewAsync(
        Guid id, string? locale, string? format, HttpContext http, EmailDb db, Composer composer, UnsubscribeLinks links, CancellationToken cancellationToken)
    {
        if (await db.Campaigns.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancellationToken) is not { } campaign)
            return TypedResults.NotFound();
        var letter = campaign.LetterFor(locale ?? Locales.Last);
        var values = letter.Variables.ToDictionary(name => name, name => $"({name})", StringComparer.Ordinal);
        return TemplateApi.Answer(http, composer.Render(letter, locale ?? Locales.Last, TemplateExamples.Name, values, links.For(null, new byte[32])), format);
    }

    private static Task<Results<Ok<CampaignView>, NotFound, ProblemHttpResult>> StartAsync(Guid id, EmailDb db, IAudit audit, TimeProvider time, CancellationToken cancellationToken) =>
        ChangeAsync(id, "campaign.started", db, audit, async (campaign, token) =>
            !await db.Mails.AnyAsync(m => m.CampaignId == id, token) ? "It has no members yet."
            : campaign.TryStart(time.GetUtcNow()) ? null : $"It is {campaign.State.ToString().ToLowerInvariant()}.", cancellationToken);

    private static Task<Results<Ok<CampaignView>, NotFound, ProblemHttpResult>> PauseAsync(Guid id, EmailDb db, IAudit audit, TimeProvider time, CancellationToken cancellationToken) =>
        ChangeAsync(id, "campaign.paused", db, audit, async (campaign, token) =>
        {
            if (!campaign.TryPause(time.GetUtcNow()))
                return $"It is {campaign.State.ToString().ToLowerInvariant()}.";
            await CampaignMails.HoldAsync(db, id, token);
            return null;
        }, cancellationToken);

    private static Task<Results<Ok<CampaignView>, NotFound, ProblemHttpResult>> ResumeAsync(Guid id, EmailDb db, IAudit audit, TimeProvider time, CancellationToken cancellationToken) =>
        ChangeAsync(id, "campaign.resumed", db, audit, (campaign, _) =>
            Task.FromResult(campaign.TryResume(time.GetUtcNow()) ? null : $"It is {campaign.State.ToString().ToLowerInvariant()}."), cancellationToken);

    private static Task<Results<Ok<CampaignView>, NotFound, ProblemHttpResult>> CancelAsync(Guid id, EmailDb db, IAudit audit, TimeProvider time, CancellationToken cancellationToken) =>
        ChangeAsync(id, "campaign.cancelled", db, audit, async (campaign, token) =>
        {
            var now = time.GetUtcNow();
            if (!campaign.TryCancel(now))
                return $"It is {campaign.State.ToString().ToLowerInvariant()}.";
            await CampaignMails.Idle(db.Mails.Where(m => m.CampaignId == id), now).ExecuteUpdateAsync(CampaignMails.Discard(now), token);
            return null;
        }, cancellationToken);

    /// <summary>Under a lock on the campaign, so that no mail is planned meanwhile.</summary>
    private static Task<Results<Ok<CampaignView>, NotFound, ProblemHttpResult>> ChangeAsync(
        Guid id, string action, EmailDb db, IAudit audit, Func<Campaign, CancellationToken, Task<string?>> change, CancellationToken cancellationToken) =>
        db.InTransactionAsync<Results<Ok<CampaignView>, NotFound, ProblemHttpResult>>(async token =>
        {
            var found = await db.Campaigns.FromSql($"SELECT *, xmin FROM campaigns WHERE id = {id} FOR UPDATE").ToListAsync(token);
            if (found.SingleOrDefault() is not { } campaign)
                return TypedResults.NotFound();
            if (await change(campaign, token) is { } refusal)
                return Problems.Conflict(refusal);
            audit.Record(action, $"campaign:{id}", null, "state");
            await db.SaveChangesAsync(token);
            await MailSignal.SendAsync(db, token);
            return TypedResults.Ok(await ViewAsync(db, campaign, token));
        }, cancellationToken: cancellationToken);

    private static async Task<CampaignView> ViewAsync(EmailDb db, Campaign campaign, CancellationToken cancellationToken) =>
        CampaignView.Of(campaign, (await CountsAsync(db, [campaign.Id], cancellationToken))[campaign.Id]);

    private static async Task<Dictionary<Guid, Dictionary<MailState, int>>> CountsAsync(EmailDb db, Guid[] ids, CancellationToken cancellationToken)
    {
        var rows = await db.Mails.Where(m => m.CampaignId != null && ids.Contains(m.CampaignId.Value)).GroupBy(m => new { m.CampaignId, m.State })
            .Select(g => new { g.Key.CampaignId, g.Key.State, Count = g.Count() }).ToListAsync(cancellationToken);
        return ids.ToDictionary(id => id, id => rows.Where(r => r.CampaignId == id).ToDictionary(r => r.State, r => r.Count));
    }
}
