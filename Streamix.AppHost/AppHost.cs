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
platform.AddFrontend();
platform.AddSample();
platform.AddInfra();
platform.IntroduceServices();
platform.AddDemo();

await builder.Build().RunAsync();
