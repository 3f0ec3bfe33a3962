using Shouldly;
using Xunit;

namespace Streamix.Deploy.Tests.Scripts;

public sealed class BrowserSuiteTests : IDisposable
{
    private const string Run = """
        passed=0 failed=0 skipped=0 broken=""
        run_browser_tests ""
        echo "passed $passed, failed $failed, skipped $skipped, broken$broken"
        """;

    private readonly Shell _shell = new();

    public BrowserSuiteTests()
    {
        _shell.Write("tests/browser/package.json", """{ "type": "module" }""");
        _shell.Write("tests/browser/some.test.mjs", """
            import { test } from 'node:test';
            test('Good', () => {});
            test('Left_out', { skip: true }, () => {});
            test('Bad', () => { throw new Error('no'); });
            """);
        _shell.Write("tests/browser/all.mjs", "await import('./some.test.mjs');");
        _shell.Write("tests/browser/parts.mjs", "throw new Error('this is no test');");
    }

    public void Dispose() => _shell.Dispose();

    [Fact]
    public async Task BrowserTests_OfThisNode_AreCounted()
    {
        var (code, output) = await _shell.StreamixAsync(Run);

        code.ShouldBe(0, output);
        output.ShouldContain("passed 1, failed 1, skipped 1, broken\n");
    }

    [Fact]
    public async Task BrowserTests_NodeThatCountsNothing_AreBroken()
    {
        _shell.Program("node", "exit 7");

        var (code, output) = await _shell.StreamixAsync(Run);

        code.ShouldBe(0, output);
        output.ShouldContain("passed 0, failed 0, skipped 0, broken browser");
    }
}
