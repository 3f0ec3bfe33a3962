using System.Diagnostics;
using System.Text.Json;
using Streamix.Streaming.Contracts.Edges;
using Streamix.Streaming.Edge.Nginx;

namespace Streamix.Streaming.Tests.Edge;

/// <summary>The script of the edge in Node.js, whose crypto speaks as that of njs does. What nginx itself says stands in <see cref="ServingTests"/>.</summary>
public sealed class TokenScriptTests
{
    private const string Harness = """
        import { readFileSync } from 'fs';
        const { default: token } = await import(process.argv[2]);
        const answers = JSON.parse(readFileSync(0, 'utf8')).map(({ uri, address }) => {
          const r = { uri, rawVariables: { binary_remote_addr: Buffer.from(address, 'hex') } };
          return { verdict: token.verdict(r), playback: token.playback(r) };
        });
        console.log(JSON.stringify(answers));
        """;

    private static readonly Lazy<Task<Dictionary<string, Answer>>> Answers = new(AnswersAsync);

    public static TheoryData<string> Names
    {
        get
        {
            var data = new TheoryData<string>();
            foreach (var name in TokenTable.Cases.Keys)
                data.Add(name);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Verdict_OfAPath_IsWhatTheTableSays(string name) => (await Answers.Value)[name].Verdict.ShouldBe(TokenTable.Cases[name].Verdict);

    [Fact]
    public async Task Playback_OfAToken_NamesWhoseItIs()
    {
        var answers = await Answers.Value;
        answers["good"].Playback.ShouldBe(TokenTable.Playback.ToString());
        answers["without a payload"].Playback.ShouldBe("nobody");
    }

    [Theory]
    [InlineData("c0a8014d", "4:c0a801", "ok")]
    [InlineData("00000000000000000000ffffc0a8014d", "4:c0a801", "ok")]
    [InlineData("20010db800aabbcc0000000000000001", "6:20010db800aabb", "ok")]
    [InlineData("20010db800aacc000000000000000001", "6:20010db800aabb", "address")]
    public async Task Verdict_OfATokenForANetwork_HoldsThereOnly(string address, string addressClass, string verdict)
    {
        var answers = await RunAsync([(TokenTable.PathOf(TokenTable.Token(addressClass: addressClass)), address)]);
        answers.Single().Verdict.ShouldBe(verdict);
    }

    private static async Task<Dictionary<string, Answer>> AnswersAsync()
    {
        var cases = TokenTable.Cases.Values.ToArray();
        var answers = await RunAsync([.. cases.Select(c => (c.Path, "7f000001"))]);
        return cases.Zip(answers).ToDictionary(p => p.First.Name, p => p.Second, StringComparer.Ordinal);
    }

    private static async Task<Answer[]> RunAsync((string Path, string Address)[] asked)
    {
        var folder = Directory.CreateTempSubdirectory("token-script").FullName;
        try
        {
            var (script, harness) = (Path.Combine(folder, "token.mjs"), Path.Combine(folder, "harness.mjs"));
            await File.WriteAllTextAsync(script, TokenScript.Of([PathKey.Of(TokenTable.Secret), PathKey.Of(TokenTable.NextSecret)]));
            await File.WriteAllTextAsync(harness, Harness);
            using var node = Process.Start(new ProcessStartInfo("node", [harness, script]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
            var (output, error) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
            await node.StandardInput.WriteAsync(JsonSerializer.Serialize(asked.Select(a => new { uri = a.Path, address = a.Address })));
            node.StandardInput.Close();
            await node.WaitForExitAsync();
            node.ExitCode.ShouldBe(0, await error);
            return JsonSerializer.Deserialize<Answer[]>(await output, JsonSerializerOptions.Web)!;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private sealed record Answer(string Verdict, string Playback);
}
