using Streamix.AppHost;
using Streamix.AppHost.Clusters;
using Streamix.AppHost.Startup;

var builder = DistributedApplication.CreateBuilder(args).AddProgress();
var platform = Platform.For(builder);

platform.AddUsers();
platform.AddAuth();
platform.AddComms();
platform.AddMedia();
platform.AddDiscovery();
platform.AddStreaming();
platform.AddSample();
platform.AddInfra();
platform.IntroduceServices();

await builder.Build().RunAsync();
