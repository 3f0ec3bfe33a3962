using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Streamix.Media.Contracts.Assets;
using Streamix.Testing.Tokens;

namespace Streamix.Media.Tests.Jobs;

/// <summary>The routes of operators.</summary>
public sealed class ApiTests(TranscoderHost host) : IClassFixture<TranscoderHost>
{
    private const string Route = "/transcoding/jobs";

    private static async Task<JsonElement> ReadAsync(HttpClient client, string address) => await TranscoderHost.JsonAsync(await client.GetAsync(address));

    /// <summary>What other tests have left in the queue is out of it.</summary>
    private Task RestAsync() =>
        host.QueryAsync(db => db.Jobs.Where(j => j.EndedAt == null).ExecuteUpdateAsync(s => s.SetProperty(j => j.State, Transcoder.Jobs.JobState.Paused)));

    private async Task<List<Guid>> ListAsync(string query)
    {
        List<Guid> assets = [];
        string? next = null;
        do
        {
            var page = await ReadAsync(host.Admin(), $"{Route}?limit=2&{query}{(next is null ? "" : $"&after={next}")}");
            assets.AddRange(page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("assetId").GetGuid()));
            next = page.GetProperty("next").GetString();
        }
        while (next is not null);
        return assets;
    }

    [Fact]
    public async Task List_FilteredAndSorted_IsReadPageByPage()
    {
        await RestAsync();
        List<AssetUploaded> uploads = [];
        foreach (var priority in (int[])[1, 9, 1, 5, 9])
            uploads.Add(await host.UploadAsync(priority));
        (await ListAsync("state=waiting")).ShouldBe(uploads.Select(u => u.AssetId).Reverse());
        (await ListAsync("state=waiting&sort=oldest")).ShouldBe(uploads.Select(u => u.AssetId));
        (await ListAsync("state=waiting&sort=queue")).ShouldBe(((int[])[1, 4, 3, 0, 2]).Select(i => uploads[i].AssetId));
        (await ListAsync($"assetId={uploads[2].AssetId}")).ShouldBe([uploads[2].AssetId]);
        (await ListAsync($"titleId={uploads[3].TitleId}")).ShouldBe([uploads[3].AssetId]);
        await host.Admin().GetAsync($"{Route}?state=sleeping").ShouldAnswerAsync(400);
        await host.Admin().GetAsync($"{Route}?sort=random").ShouldAnswerAsync(400);
        await host.Admin().GetAsync($"{Route}?after=nonsense").ShouldAnswerAsync(400);
    }

    [Fact]
    public async Task Read_ADoneJob_TellsAllAboutItAndNoSecret()
    {
        var upload = await host.UploadAsync(priority: 9, encrypt: true);
        while (await host.WorkAsync())
        {
        }
        var answer = await host.Admin().GetAsync($"{Route}/{(await host.JobAsync(upload)).Id}");
        answer.Headers.ETag.ShouldNotBeNull();
        var file = await TranscoderHost.JsonAsync(answer);
        file.GetProperty("job").GetProperty("state").GetString().ShouldBe("done");
        file.GetProperty("asked").GetProperty("protected").GetBoolean().ShouldBeTrue();
        file.GetProperty("plan").GetProperty("reasons")[0].GetString().ShouldBe("It is a test.");
        file.GetProperty("plan").GetProperty("video")[0].GetProperty("reason").GetString().ShouldBe("The source.");
        file.GetProperty("tasks").EnumerateArray().Select(t => t.GetProperty("name").GetString()).ShouldBe(["Preparation", "Finish", "Audio en-stereo", "Chunk 0", "Chunk 1", "Chunk 2"]);
        file.GetProperty("tasks").EnumerateArray().ShouldAllBe(t => t.GetProperty("seconds").GetDouble() >= 0);
        file.GetProperty("log").GetArrayLength().ShouldBe(3);
        file.GetProperty("renditions").EnumerateArray().Select(r => (r.GetProperty("name").GetString(), r.GetProperty("fraction").GetDouble())).ShouldBe([("180p", 1), ("1080p", 1)]);
        var best = file.GetProperty("quality").EnumerateArray().Last();
        (best.GetProperty("rendition").GetString(), best.GetProperty("averageBitrate").GetInt64(), best.GetProperty("peakBitrate").GetInt64()).ShouldBe(("1080p", 1000, 2000));
        best.GetProperty("windows").EnumerateArray().Select(w => w.GetProperty("at").GetDouble()).ShouldBe([0, 2, 4]);
        var text = file.GetRawText();
        foreach (var secret in (string[])[FakeKeys.Key, "Signature", host.ScratchRoot])
            text.ShouldNotContain(secret);
    }

    [Fact]
    public async Task Database_AfterAProtectedJob_HoldsNoKey()
    {
        var upload = await host.UploadAsync(priority: 9, encrypt: true);
        while (await host.WorkAsync())
        {
        }
        (await host.JobAsync(upload)).Package.ShouldNotBeNull();
        List<string> rows = [];
        foreach (var table in (string[])["jobs", "tasks", "job_lines", "outbox"])
            rows.AddRange(await host.QueryAsync(db => db.Database.SqlQueryRaw<string>($"SELECT t::text AS \"Value\" FROM {table} t").ToListAsync()));
        rows.AddRange(await host.QueryAsync(db => db.Database.SqlQuery<string>($"SELECT convert_from(body, 'UTF8') AS \"Value\" FROM outbox").ToListAsync()));
        rows.Count.ShouldBeGreaterThan(10);
        rows.ShouldAllBe(row => !row.Contains(FakeKeys.Key) && !row.Contains(Convert.ToBase64String(Convert.FromHexString(FakeKeys.Key))));
    }

    [Fact]
    public async Task Acts_OnNoJobOrInAWrongState_AreRefused()
    {
        var upload = await host.UploadAsync(priority: 0);
        var (admin, id) = (host.Admin(), (await host.JobAsync(upload)).Id);
        await admin.GetAsync($"{Route}/{Guid.CreateVersion7()}").ShouldAnswerAsync(404);
        foreach (var act in (string[])["cancel", "retry", "pause", "resume"])
            await admin.PostAsJsonAsync($"{Route}/{Guid.CreateVersion7()}/{act}", new { }).ShouldAnswerAsync(404);
        await admin.PostAsJsonAsync($"{Route}/{id}/retry", new { }).ShouldAnswerAsync(409);
        await admin.PostAsJsonAsync($"{Route}/{id}/resume", new { }).ShouldAnswerAsync(409);
        await admin.PostAsJsonAsync($"{Route}/{id}/cancel", new { }).ShouldAnswerAsync(204);
        await admin.PostAsJsonAsync($"{Route}/{id}/pause", new { }).ShouldAnswerAsync(409);
        await admin.PutAsJsonAsync($"{Route}/{id}/priority", new { priority = 3 }).ShouldAnswerAsync(409);
        await admin.PutAsJsonAsync($"{Route}/{id}/priority", new { priority = 10 }).ShouldAnswerAsync(422);
        await admin.PostAsJsonAsync($"{Route}/{id}/retry", new { reason = new string('x', 301) }).ShouldAnswerAsync(422);
    }

    [Fact]
    public async Task Queue_Read_TellsWhoWorksAtWhat()
    {
        await RestAsync();
        var upload = await host.UploadAsync(priority: 9);
        var lease = await host.TakeAsync("worker-7");
        var queue = await ReadAsync(host.Admin(), "/transcoding/queue");
        queue.GetProperty("paused").GetBoolean().ShouldBeFalse();
        queue.GetProperty("jobs").GetProperty("running").GetInt32().ShouldBeGreaterThan(0);
        var line = queue.GetProperty("workers").EnumerateArray().Single(w => w.GetProperty("worker").GetString() == "worker-7");
        (line.GetProperty("jobId").GetGuid(), line.GetProperty("task").GetString()).ShouldBe(((await host.JobAsync(upload)).Id, "Preparation"));
        await host.Outcomes().ReleaseAsync(lease, TimeSpan.Zero, null, default);
    }

    [Fact]
    public async Task EveryRoute_ByOthers_IsClosed()
    {
        var document = await ReadAsync(host.CreateClient(), "/openapi/v1.json");
        var editor = host.CreateClient().As(host.Tokens.User(null, "editor"));
        var count = 0;
        foreach (var (path, method) in document.GetProperty("paths").EnumerateObject().Where(p => p.Name.StartsWith("/transcoding"))
            .SelectMany(p => p.Value.EnumerateObject().Select(o => (p.Name, o.Name.ToUpperInvariant()))))
        {
            count++;
            foreach (var (client, status) in ((HttpClient, int)[])[(host.CreateClient(), 401), (host.CreateClient().As(host.Tokens.User()), 403), (editor, method == "GET" ? 0 : 403)])
            {
                using var request = new HttpRequestMessage(new(method), path.Replace("{id}", Guid.CreateVersion7().ToString()));
                if (method != "GET")
                    request.Content = JsonContent.Create(new { priority = 1 });
                using var answer = await client.SendAsync(request);
                if (status > 0)
                    ((int)answer.StatusCode).ShouldBe(status, $"{method} {path}");
                else
                    ((int)answer.StatusCode).ShouldBeOneOf([200, 404]);
            }
        }
        count.ShouldBe(11);
    }

    [Fact]
    public async Task EveryOperation_InTheDocument_HasNameSummaryAndExamples()
    {
        var document = await ReadAsync(host.CreateClient(), "/openapi/v1.json");
        foreach (var operation in document.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject()).Select(o => o.Value))
        {
            operation.GetProperty("operationId").GetString().ShouldNotBeNullOrEmpty();
            operation.GetProperty("summary").GetString().ShouldNotBeNullOrEmpty();
        }
        foreach (var schema in (string[])["ActDraft", "PriorityDraft"])
            foreach (var property in document.GetProperty("components").GetProperty("schemas").GetProperty(schema).GetProperty("properties").EnumerateObject())
                property.Value.TryGetProperty("examples", out _).ShouldBeTrue(property.Name);
    }

    [Fact]
    public async Task Migrations_AndModel_Agree() => (await host.QueryAsync(db => Task.FromResult(db.Database.HasPendingModelChanges()))).ShouldBeFalse();
}
