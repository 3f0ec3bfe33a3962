using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Shouldly;
using Xunit;

namespace Streamix.StandIns.Tests.Hosting;

public sealed class CommandTests
{
    private readonly IDistributedApplicationBuilder app = Apps.Run();

    [Fact]
    public async Task Command_Gets_the_instance_and_says_how_it_went()
    {
        var api = app.AddExecutable("api", "api", ".").WithCommand("seed", "Seed", context => Task.FromResult(CommandResults.Failure(context.ResourceName)));
        await using var built = app.Build();
        var result = await built.ResourceCommands.ExecuteCommandAsync(api.Resource, "seed", Apps.Soon);

        result.Success.ShouldBeFalse();
        result.ErrorMessage.ShouldBe("api");
    }

    [Fact]
    public async Task Command_that_throws_or_is_unknown_Is_a_failure()
    {
        var api = app.AddExecutable("api", "api", ".").WithCommand("seed", "Seed", _ => throw new InvalidOperationException("no"));
        await using var built = app.Build();

        (await built.ResourceCommands.ExecuteCommandAsync(api.Resource, "seed", Apps.Soon)).ErrorMessage.ShouldBe("Unhandled exception thrown while executing command.");
        (await built.ResourceCommands.ExecuteCommandAsync(api.Resource, "other", Apps.Soon)).ErrorMessage.ShouldBe("Command 'other' not available for resource 'api'.");
        (await built.ResourceCommands.ExecuteCommandAsync("nobody", "seed", Apps.Soon)).ErrorMessage.ShouldBe("Resource 'nobody' not found.");
    }

    [Fact]
    public async Task State_of_a_command_Follows_the_resource()
    {
        var options = new CommandOptions
        {
            UpdateState = c => c.ResourceSnapshot.State?.Text == KnownResourceStates.Running ? ResourceCommandState.Enabled : ResourceCommandState.Disabled,
        };
        var api = app.AddExecutable("api", "api", ".").WithCommand("seed", "Seed", _ => Task.FromResult(CommandResults.Success()), options);
        await using var built = app.Build();

        (await StateAsync(built, api, KnownResourceStates.Starting)).ShouldBe(ResourceCommandState.Disabled);
        (await StateAsync(built, api, KnownResourceStates.Running)).ShouldBe(ResourceCommandState.Enabled);
    }

    [Fact]
    public async Task Http_command_Posts_to_the_endpoint()
    {
        await using var server = await StatusServer.StartAsync();
        var api = app.AddExecutable("api", "api", ".").WithHttpEndpoint();
        api.WithHttpCommand("/cache/clear", "Clear", commandName: "clear", commandOptions: new()
        {
            PrepareRequest = context =>
            {
                context.Request.Headers.Add("X-Reason", "test");
                return Task.CompletedTask;
            },
        });
        api.Resource.Allocate("http", server.Port);
        await using var built = app.Build();

        (await built.ResourceCommands.ExecuteCommandAsync(api.Resource, "clear", Apps.Soon)).Success.ShouldBeFalse();
        server.Status = 204;
        (await built.ResourceCommands.ExecuteCommandAsync(api.Resource, "clear", Apps.Soon)).Success.ShouldBeTrue();
        server.LastRequest.ShouldBe("POST /cache/clear test");
    }

    private static async Task<ResourceCommandState> StateAsync(DistributedApplication built, IResourceBuilder<IResource> resource, string state)
    {
        await built.ResourceNotifications.PublishUpdateAsync(resource.Resource, s => s with { State = state });
        built.ResourceNotifications.TryGetCurrentState(resource.Resource.Name, out var current).ShouldBeTrue();
        return current.Snapshot.Commands.Single(c => c.Name == "seed").State;
    }
}
