using Amazon.S3;
using Amazon.S3.Model;
using Streamix.LocalS3.Lifecycle;
using Streamix.LocalS3.Tests.Hosting;

namespace Streamix.LocalS3.Tests.Lifecycle;

public sealed class LifecycleTests : IAsyncLifetime
{
    private const string Bucket = "lifecycle";
    private readonly TemporaryFolder folder = new();
    private readonly ManualTime clock = new();
    private S3Server server = null!;
    private RawClient raw = null!;

    public async Task InitializeAsync()
    {
        server = await S3Server.StartAsync(folder.Path, clock);
        raw = new(server.Address);
        await SendAsync("PUT", "/" + Bucket);
    }

    public async Task DisposeAsync()
    {
        raw.Dispose();
        await server.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Sweep_StaleUpload_AbortsIt()
    {
        await RuleAsync("<Prefix>up/</Prefix><AbortIncompleteMultipartUpload><DaysAfterInitiation>2</DaysAfterInitiation></AbortIncompleteMultipartUpload>");
        var stale = await StartUploadAsync("up/k");
        var other = await StartUploadAsync("elsewhere/k");
        await SweepAfterAsync(days: 1);
        (await StatusAsync("up/k", stale)).ShouldBe(200);
        await SweepAfterAsync(days: 1);
        (await StatusAsync("up/k", stale)).ShouldBe(404);
        (await StatusAsync("elsewhere/k", other)).ShouldBe(200);
        Directory.GetFiles(Path.Combine(folder.Path, "blobs"), "*", SearchOption.AllDirectories).Length.ShouldBe(1);
    }

    [Fact]
    public async Task Sweep_RuleDisabled_LeavesUpload()
    {
        await RuleAsync("<Filter/><AbortIncompleteMultipartUpload><DaysAfterInitiation>1</DaysAfterInitiation></AbortIncompleteMultipartUpload>", "Disabled");
        var upload = await StartUploadAsync("k");
        await SweepAfterAsync(days: 30);
        (await StatusAsync("k", upload)).ShouldBe(200);
    }

    [Fact]
    public async Task Sweep_ExpiredObjects_OnlyThoseOfTheFilter()
    {
        await RuleAsync("<Filter><And><Prefix>tmp/</Prefix><Tag><Key>keep</Key><Value>no</Value></Tag></And></Filter><Expiration><Days>3</Days></Expiration>");
        await PutAsync("tmp/tagged", "keep=no");
        await PutAsync("tmp/untagged", "keep=yes");
        await PutAsync("other", "keep=no");
        await SweepAfterAsync(days: 4);
        (await SendAsync("GET", "/" + Bucket)).Values("Key").ShouldBe(["other", "tmp/untagged"]);
    }

    [Fact]
    public async Task Sweep_NoConfiguration_LeavesEverything()
    {
        var upload = await StartUploadAsync("k");
        await SweepAfterAsync(days: 365);
        (await StatusAsync("k", upload)).ShouldBe(200);
    }

    [Fact]
    public async Task Configuration_BySdk_PutGetDelete()
    {
        using var client = server.Client();
        await client.PutLifecycleConfigurationAsync(Bucket, new()
        {
            Rules = [new() { Id = "stale", Status = LifecycleRuleStatus.Enabled, Filter = new() { LifecycleFilterPredicate = new LifecyclePrefixPredicate { Prefix = "a/" } }, AbortIncompleteMultipartUpload = new() { DaysAfterInitiation = 7 } }],
        });
        (await client.GetLifecycleConfigurationAsync(Bucket)).Configuration.Rules.Single().AbortIncompleteMultipartUpload.DaysAfterInitiation.ShouldBe(7);
        await client.DeleteLifecycleConfigurationAsync(Bucket);
        (await SendAsync("GET", "/" + Bucket, "lifecycle")).Code.ShouldBe("NoSuchLifecycleConfiguration");
    }

    [Theory]
    [InlineData("<Filter/>", "Perhaps", "MalformedXML")]
    [InlineData("<Filter/><Expiration><Days>0</Days></Expiration>", "Enabled", "InvalidArgument")]
    [InlineData("<Filter/><AbortIncompleteMultipartUpload><DaysAfterInitiation>x</DaysAfterInitiation></AbortIncompleteMultipartUpload>", "Enabled", "InvalidArgument")]
    public async Task Configuration_Invalid_Refused(string rule, string status, string code) =>
        (await RuleAsync(rule, status)).Code.ShouldBe(code);

    private Task<RawAnswer> RuleAsync(string rule, string status = "Enabled") =>
        SendAsync("PUT", "/" + Bucket, "lifecycle", $"<LifecycleConfiguration><Rule><ID>r</ID><Status>{status}</Status>{rule}</Rule></LifecycleConfiguration>");

    private async Task<string> StartUploadAsync(string key)
    {
        var upload = (await SendAsync("POST", $"/{Bucket}/{key}", "uploads")).Value("UploadId");
        (await SendAsync("PUT", $"/{Bucket}/{key}", $"partNumber=1&uploadId={upload}", "part")).Status.ShouldBe(200);
        return upload;
    }

    private async Task<int> StatusAsync(string key, string upload) => (await SendAsync("GET", $"/{Bucket}/{key}", $"uploadId={upload}")).Status;

    private Task PutAsync(string key, string tags) =>
        raw.SendAsync(new RawRequest("PUT", $"/{Bucket}/{key}", body: [1]).With("x-amz-tagging", tags), Signer());

    private Task SweepAfterAsync(int days)
    {
        clock.Advance(TimeSpan.FromDays(days) + TimeSpan.FromMinutes(1));
        return server.Service<LifecycleSweep>().RunAsync(CancellationToken.None);
    }

    private Signer Signer() => new() { Now = clock.GetUtcNow() };

    private Task<RawAnswer> SendAsync(string method, string path, string query = "", string body = "") =>
        raw.SendAsync(new(method, path, query, System.Text.Encoding.UTF8.GetBytes(body)), Signer());
}
