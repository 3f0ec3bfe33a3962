using Streamix.ServiceDefaults;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Grpc;
using Streamix.ServiceDefaults.Messaging;
using Streamix.Streaming.CdnOrchestrator;
using Streamix.Streaming.CdnOrchestrator.Caches;
using Streamix.Streaming.CdnOrchestrator.Calls;
using Streamix.Streaming.CdnOrchestrator.Data;
using Streamix.Streaming.CdnOrchestrator.Registry;
using Streamix.Streaming.CdnOrchestrator.Steering;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddServiceDatabase<OrchestratorDb>("streaming-cdn-orchestrator-db");
builder.AddMessaging<OrchestratorDb>(events => events.HandleAssets());
builder.AddGrpcServer();
builder.AddOrchestrator();

var app = builder.Build();
app.UseServiceDefaults();
app.MapEdgeReports();
app.MapEdges();
app.MapCacheJobs();
app.MapSteering();
app.MapGrpc<EdgeCalls>().RequireService(EdgeCalls.PlaybackContext);
await app.RunAsync();
