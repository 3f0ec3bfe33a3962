using Streamix.Auth.Identity;
using Streamix.Auth.Identity.Data;
using Streamix.Auth.Identity.Privacy;
using Streamix.ServiceDefaults;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Messaging;
using Streamix.ServiceDefaults.Privacy;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddServiceDatabase<IdentityDb>("auth-identity-db");
builder.AddMessaging<IdentityDb>(IdentitySetup.Handle);
builder.AddIdentity();
builder.Services.AddPersonalData<CredentialsOfAccount>();

var app = builder.Build();
app.UseServiceDefaults();
app.MapIdentity();
await app.RunAsync();
