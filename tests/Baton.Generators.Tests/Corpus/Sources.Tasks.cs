namespace Baton.Generators.Tests.Corpus;

static partial class Sources
{
    /// <summary>Accounts with a form, credentials, creating and deleting; static and not, with awkward names.</summary>
    public const string Accounts = Usings + """
        namespace Acme
        {
            public sealed record Employee(string Id, string Name);

            public enum Shift { Day, NightWatch, @default }

            public sealed record Hire(
                string FirstName,
                [FormField(Name = "mail", DisplayName = "E-mail", Description = "Where \"mail\" goes", Placeholder = "ann@acme.example")] string Email,
                int? Level,
                long Number = 7,
                Shift Shift = Shift.NightWatch,
                bool Remote = true,
                string @class = "a",
                IReadOnlyList<string>? Tags = null,
                IReadOnlyDictionary<string, string>? Labels = null,
                [FormField(Secret = true)] string Pin = "0000");

            [ResourceType("employee", Trait.User)]
            public sealed partial class Employees
            {
                public static IEnumerable<Employee> ListAsync() => [];

                static void Map(Employee employee, UserBuilder user) => user.Id(employee.Id).DisplayName(employee.Name);

                [CreateAccount(CredentialOption.NoPassword, CredentialOption.RandomPassword, Preferred = CredentialOption.RandomPassword)]
                public Task<AccountResult<Employee>> CreateAsync(CancellationToken ct, NewCredential credential, Hire hire, NewAccount account) =>
                    Task.FromResult(account.Login switch
                    {
                        "taken" => AccountResult.AlreadyExists(new Employee("1", "Taken")),
                        "slow" => AccountResult.InProgress<Employee>(),
                        "invited" => AccountResult.ActionRequired<Employee>(null, "Accept the invitation") with { InvitationExpiresAt = DateTimeOffset.UnixEpoch },
                        var login => AccountResult.Created(new Employee(login, $"{hire} {credential.Option} {credential.HasPassword}")),
                    });

                [DeleteResource]
                static Task<DeleteOutcome> DeleteAsync(ResourceKey<Employees> employee) =>
                    Task.FromResult(employee.Id == "gone" ? DeleteOutcome.AlreadyDeleted : DeleteOutcome.Deleted);

                [RotateCredentials(CredentialOption.RandomPassword)]
                public Task RotateAsync(ResourceKey employee, NewCredential credential, CancellationToken ct) =>
                    Task.FromException(new ConnectorException(ErrorCode.NotFound, employee.Id + credential.Password));

                [IssueCredential(IssuedCredentialKind.ApiKey, typeof(Tokens), Scopes = ["read", "write"], CustomScopes = true, MaxLifetimeSeconds = 3600)]
                [IssueCredential(IssuedCredentialKind.KeyPair, typeof(Tokens), KeyProfiles = ["RSA-2048", "P-256", "Ed25519"], Virtual = true)]
                public Task<IssuedCredential> IssueAsync(CredentialRequest request, ResourceKey<Employees> employee, CancellationToken ct) =>
                    Task.FromResult(new IssuedCredential($"{employee.Id}-{request.Kind}", new PlaintextSecret("value", string.Join(' ', request.Scopes))));
            }

            [ResourceType("token", Trait.Secret)]
            public sealed partial class Tokens
            {
                public IEnumerable<Employee> ListAsync() => [];

                static void Map(Employee employee, SecretBuilder secret) => secret.Id(employee.Id);

                [DeleteResource]
                public Task RevokeAsync(ResourceKey token, CancellationToken ct) => Task.CompletedTask;

                [RotateCredentials(CredentialOption.NoPassword)]
                public Task<PlaintextSecret> RotateAsync(ResourceKey<Tokens> token) => Task.FromResult(new PlaintextSecret("token", "new of " + token.Id));

                [CreateResource]
                public static Task<Employee> CreateAsync(NewResource resource, CancellationToken ct) =>
                    Task.FromResult(new Employee(resource.Id, resource.DisplayName));
            }

            [ResourceType("machine", Trait.User)]
            public sealed partial class Machines
            {
                public static IEnumerable<Employee> ListAsync() => [];

                static void Map(Employee employee, UserBuilder user) => user.Id(employee.Id);

                [CreateAccount(CredentialOption.Sso)]
                public static Task<Employee> CreateAsync(NewAccount account) => Task.FromResult(new Employee(account.Email ?? "nobody", ""));

                [RotateCredentials(CredentialOption.Sso, CredentialOption.EncryptedPassword)]
                public static Task<IReadOnlyList<PlaintextSecret>> RotateAsync(NewCredential credential, ResourceKey machine) =>
                    Task.FromResult<IReadOnlyList<PlaintextSecret>>([new("a", "1"), new("b", machine.Id + credential.Option)]);
            }
        }
        """;
}
