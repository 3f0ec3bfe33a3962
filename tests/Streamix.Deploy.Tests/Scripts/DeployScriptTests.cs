using Shouldly;
using Xunit;

namespace Streamix.Deploy.Tests.Scripts;

/// <summary>deploy.sh with a made-up cloud.</summary>
public sealed class DeployScriptTests : IDisposable
{
    private readonly Shell _shell = new();

    public DeployScriptTests()
    {
        foreach (var name in DeploySettings.Asked) _shell.Environment[name] = $"{name.ToLowerInvariant()} of the test";
        _shell.Environment["STACK"] = "streamix";
        _shell.Environment["TAG"] = "abc";
        _shell.Environment["MIGRATOR_ENDS_WITH"] = "0";
        _shell.Environment["STACK_ANSWER"] = "";
        _shell.Program("dotnet", "touch \"$9\"");
        _shell.Program("aws", """
            case "$*" in
              *describe-stacks*PrivateSubnets*) echo subnet-1,subnet-2 ;;
              *describe-stacks*KafkaCluster*) echo arn:bus ;;
              *describe-stacks*) echo "$STACK_ANSWER" >&2; [ -z "$STACK_ANSWER" ] ;;
              *get-template*) echo '{}' ;;
              *describe-stack-resource*) echo "its-$6" ;;
              *run-task*) echo arn:task ;;
              *describe-tasks*) printf '%s\tEssential container exited\n' "$MIGRATOR_ENDS_WITH" ;;
              *get-bootstrap-brokers*) echo broker:9092 ;;
            esac
            """);
    }

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("An error occurred (ValidationError) when calling DescribeStacks: Stack with id streamix does not exist")]
    public async Task Deploy_FirstOrLater_MigratesBetweenGroundAndServices(string stackAnswer)
    {
        _shell.Environment["STACK_ANSWER"] = stackAnswer;

        var (code, output) = await DeployAsync();

        code.ShouldBe(0, output);
        var steps = _shell.Calls.Where(call => call.Contains("cloudformation deploy", StringComparison.Ordinal) || call.Contains("run-task", StringComparison.Ordinal)).ToArray();
        steps.Length.ShouldBe(3);
        steps[0].ShouldContain("ground.json");
        steps[0].ShouldContain(" TaskTag=abc ");
        steps[0].ShouldNotContain(" ImageTag=");
        steps[1].ShouldContain("--task-definition its-InfraMigratorTask");
        steps[1].ShouldContain("subnets=[subnet-1,subnet-2],securityGroups=[its-ServicesSecurityGroup]");
        steps[2].ShouldContain("stack.json");
        steps[2].ShouldEndWith(" ImageTag=abc KafkaBootstrap=broker:9092");
    }

    [Fact]
    public async Task Deploy_StackThatRuns_ItsServicesAreKept()
    {
        await DeployAsync();

        _shell.Calls.Single(call => call.Contains("-- ground ", StringComparison.Ordinal)).ShouldEndWith("/deployed.json");
    }

    [Fact]
    public async Task Deploy_MigratorFails_LeavesTheServicesAsTheyAre()
    {
        _shell.Environment["MIGRATOR_ENDS_WITH"] = "1";

        var (code, output) = await DeployAsync();

        code.ShouldBe(1);
        output.ShouldContain("exit code 1");
        _shell.Calls.ShouldNotContain(call => call.Contains("ImageTag=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Deploy_CloudThatDoesNotSayWhetherThereIsAStack_ChangesNothing()
    {
        _shell.Environment["STACK_ANSWER"] = "An error occurred (ExpiredToken)";

        (await DeployAsync()).Code.ShouldBe(1);

        _shell.Calls.ShouldNotContain(call => call.Contains("cloudformation deploy", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Images_ThatAreThere_AreNotBuiltAgain()
    {
        _shell.Program("dotnet", """if [ "$1" = run ]; then printf '%s\n' "old ../old.csproj" "new ../new.csproj"; fi""");
        _shell.Program("aws", """[[ "$*" != *describe-images*streamix/new* ]]""");

        var (code, output) = await _shell.RunAsync("\"$REPOSITORY/deploy/images.sh\" manifest.json registry abc");

        code.ShouldBe(0, output);
        _shell.Calls.Where(call => call.StartsWith("dotnet publish", StringComparison.Ordinal)).ShouldHaveSingleItem().ShouldContain("/deploy/../new.csproj ");
    }

    [Fact]
    public async Task Images_ProjectThatNeedsMoreThanDotNet_StandsOnAnImageOfItsOwn()
    {
        _shell.Program("dotnet", """if [ "$1" = run ]; then printf '%s\n' "media-transcoder ../transcoder.csproj" "media-drm ../drm.csproj"; fi""");
        _shell.Program("aws", """[[ "$*" != *describe-images* ]]""");
        _shell.Program("docker", "true");

        var (code, output) = await _shell.RunAsync("\"$REPOSITORY/deploy/images.sh\" manifest.json registry abc");

        code.ShouldBe(0, output);
        _shell.Calls.ShouldContain("docker push registry/streamix/media-transcoder-base:abc");
        _shell.Calls.ShouldContain(call => call.Contains("transcoder.csproj", StringComparison.Ordinal) && call.Contains("-p:ContainerBaseImage=registry/streamix/media-transcoder-base:abc", StringComparison.Ordinal));
        _shell.Calls.ShouldContain(call => call.Contains("drm.csproj", StringComparison.Ordinal) && call.Contains("-p:ContainerFamily=noble-chiseled-extra", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Images_OfPages_HaveTheAppsThatWereBuiltOnceBefore()
    {
        const string pages = "../services/frontend/Streamix.Frontend.Pages/Streamix.Frontend.Pages.csproj";
        _shell.Program("dotnet", $$"""if [ "$1" = run ]; then printf '%s\n' "media-drm ../drm.csproj" "frontend-web-app {{pages}}" "frontend-admin-tool {{pages}}"; fi""");
        _shell.Program("aws", """[[ "$*" != *describe-images* ]]""");
        _shell.Program("npm", "[[ $PWD = \"$REPOSITORY/services/frontend\" ]]");

        var (code, output) = await _shell.RunAsync("\"$REPOSITORY/deploy/images.sh\" manifest.json registry abc");

        code.ShouldBe(0, output);
        _shell.Calls.Where(call => call.StartsWith("npm", StringComparison.Ordinal) || call.StartsWith("dotnet publish", StringComparison.Ordinal))
            .Select(call => string.Join(' ', call.Split(' ').Take(2))).ShouldBe(["dotnet publish", "npm ci", "npm run", "dotnet publish", "dotnet publish"]);
    }

    private Task<(int Code, string Output)> DeployAsync() => _shell.RunAsync("\"$REPOSITORY/deploy/deploy.sh\" manifest.json");
}
