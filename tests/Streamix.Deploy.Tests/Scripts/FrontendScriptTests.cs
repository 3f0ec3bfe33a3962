using Shouldly;
using Xunit;

namespace Streamix.Deploy.Tests.Scripts;

/// <summary>Building and testing the apps, with a made-up npm.</summary>
public sealed class FrontendScriptTests : IDisposable
{
    private const string Without = """
        prepare() { :; }; container_runtime() { :; }; install_packages() { :; }; need_port() { :; }; build() { :; }; ready_to_run() { :; }

        """;

    private const string Test = """
        passed=0 failed=0 skipped=0 broken=""
        run_frontend_tests ""
        echo "passed $passed, failed $failed, skipped $skipped, broken$broken"
        """;

    private readonly Shell _shell = new();

    public FrontendScriptTests()
    {
        _shell.Write("services/frontend/package.json", "{}");
        _shell.Write("services/frontend/package-lock.json", "{}");
        _shell.Write("services/frontend/api/openapi.json", "{}\n");
        _shell.Write("services/frontend/web-app/package.json", "{}");
        _shell.Program("dotnet");
        _shell.Program("npm", """
            case "$1" in
              ci) mkdir -p node_modules ;;
              run) mkdir -p {web-app,admin-tool}/dist; touch {web-app,admin-tool}/dist/index.html; printf '%s\n' '> @streamix/web-app@0.0.0 build' '> vite build' ;;
            esac
            """);
    }

    public void Dispose() => _shell.Dispose();

    private IEnumerable<string> Npm => _shell.Calls.Where(call => call.StartsWith("npm ", StringComparison.Ordinal));

    [Fact]
    public async Task Build_FirstTime_InstallsWhatIsLockedAndTellsItsSteps()
    {
        var (code, output) = await _shell.StreamixAsync("build_frontend");

        code.ShouldBe(0, output);
        Npm.ShouldBe(["npm ci --ignore-scripts --no-audit --no-fund", "npm run build"]);
        output.ShouldContain("    web-app: build\n");
    }

    [Fact]
    public async Task Build_NothingChanged_IsLeftOut()
    {
        var (code, output) = await _shell.StreamixAsync("build_frontend; build_frontend");

        code.ShouldBe(0, output);
        Npm.Count().ShouldBe(2);
    }

    [Theory]
    [InlineData("echo {} > services/frontend/api/openapi.json", 1)]
    [InlineData("rm services/frontend/admin-tool/dist/index.html", 1)]
    [InlineData("echo '{ }' > services/frontend/package-lock.json", 2)]
    public async Task Build_SomethingChanged_IsDoneAgain(string change, int calls)
    {
        var (code, output) = await _shell.StreamixAsync($"build_frontend; touch -d '1 minute ago' \"$state/build/frontend.stamp\"; {change}; build_frontend");

        code.ShouldBe(0, output);
        Npm.Count().ShouldBe(2 + calls);
    }

    [Fact]
    public async Task Build_ThatFails_EndsWithWhatWasSaid()
    {
        _shell.Program("npm", """if [ "$1" = ci ]; then mkdir -p node_modules; else echo 'error TS2322: no'; exit 2; fi""");

        var (code, output) = await _shell.StreamixAsync("build_frontend; echo went on");

        code.ShouldBe(1);
        output.ShouldContain("error TS2322: no");
        output.ShouldNotContain("went on");
    }

    [Theory]
    [InlineData("up", 2)]
    [InlineData("up --only infra,frontend", 2)]
    [InlineData("up --only users,auth", 0)]
    [InlineData("up --vite", 1)]
    public async Task Up_AppsThatAreAskedFor_AreBuilt(string command, int calls)
    {
        var (code, output) = await _shell.StreamixAsync(Without + command);

        code.ShouldBe(0, output);
        Npm.Count().ShouldBe(calls);
        _shell.Calls.Last().Contains("--vite true", StringComparison.Ordinal).ShouldBe(command.EndsWith("--vite", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Tests_OfTheApps_AreCounted()
    {
        Runs("""{ "numPassedTests": 5, "numFailedTests": 1, "numPendingTests": 2, "numTodoTests": 1 }""", 1);

        var (code, output) = await _shell.StreamixAsync(Test);

        code.ShouldBe(0, output);
        output.ShouldContain("passed 5, failed 1, skipped 3, broken\n");
    }

    [Fact]
    public async Task Tests_ThatDoNotEndWell_AreBroken()
    {
        Runs("""{ "numPassedTests": 5, "numFailedTests": 0, "numPendingTests": 0, "numTodoTests": 0 }""", 1);

        (await _shell.StreamixAsync(Test)).Output.ShouldContain("passed 5, failed 0, skipped 0, broken frontend");
    }

    [Fact]
    public async Task Tests_WhereTypesAreWrong_AreBrokenBeforeTheyRun()
    {
        _shell.Program("npm", "echo 'error TS2322: no'; exit 2");

        var (code, output) = await _shell.StreamixAsync(Test);

        code.ShouldBe(0, output);
        output.ShouldContain("error TS2322: no");
        output.ShouldContain("passed 0, failed 0, skipped 0, broken frontend");
    }

    [Theory]
    [InlineData("{}", 0, "is up to date")]
    [InlineData("""{ "new": 1 }""", 1, "./streamix api writes it anew")]
    public async Task Api_Checked_FailsWhenTheGatewaySaysSomethingElse(string document, int expected, string told)
    {
        _shell.Program("node", $$"""if [ "$1" = --version ]; then echo v22.0.0; else echo '{{document}}' > "$3"; fi""");

        var (code, output) = await _shell.StreamixAsync("apphost_pid() { echo 1; }; port_is_taken() { :; }; api --check");

        code.ShouldBe(expected, output);
        output.ShouldContain(told);
    }

    [Fact]
    public async Task Api_WithAPlatformThatRuns_WritesItsDocument()
    {
        _shell.Program("node", """if [ "$1" = --version ]; then echo v22.0.0; else echo "{ \"from\": \"$2\" }" > "$3"; fi""");

        var (code, output) = await _shell.StreamixAsync("apphost_pid() { echo 1; }; port_is_taken() { :; }; api; cat services/frontend/api/openapi.json");

        code.ShouldBe(0, output);
        output.ShouldContain("""{ "from": "http://localhost:8080" }""");
    }

    private void Runs(string results, int code) => _shell.Program("npx", $$"""echo '{{results}}' > "${!##*=}"; exit {{code}}""");
}
