using System.Security.Cryptography;
using System.Text.Json;
using DataHub.Shared.Secrets;
using DataHub.Testing;

namespace DataHub.Tests.Shared.Secrets;

public sealed class HubKeysTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 5, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder folder = new();

    private string File => folder.Of("hub.keys");

    [Fact]
    public void A_file_from_before_keys_had_numbers_holds_the_first_of_each_use()
    {
        var (hash, encryption, id) = (RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(32));
        System.IO.File.WriteAllText(File, JsonSerializer.Serialize(new { Hash = hash, Encryption = encryption, Id = id }));

        var keys = HubKeys.LoadOrCreate(File);

        Assert.Equal(["hash-1", "encryption-1"], keys.All.Select(key => key.Name));
        Assert.Equal(hash, keys.Hash.Current.Bytes);
        Assert.Equal(encryption, keys.Encryption.Current.Bytes);
        Assert.Equal(id, keys.Id);
        Assert.Equal(HMACSHA256.HashData(hash, "1871014505800001"u8), new Protector(keys).Hash("1871014505800001"));
    }

    [Fact]
    public void What_was_encrypted_before_ciphertexts_named_their_key_is_still_read()
    {
        var keys = HubKeys.Generate();
        var nonce = RandomNumberGenerator.GetBytes(12);
        var (tag, body) = (new byte[16], new byte[4]);
        using (var aes = new AesGcm(keys.Encryption.Current.Bytes!, 16)) aes.Encrypt(nonce, "nama"u8, body, tag);

        Assert.Equal("nama", new Protector(keys).DecryptText([1, .. nonce, .. tag, .. body]));
    }

    [Fact]
    public void A_key_that_another_process_added_is_found_when_a_ciphertext_names_it()
    {
        var (one, other) = (HubKeys.LoadOrCreate(File), HubKeys.LoadOrCreate(File));
        one.Add(KeyUse.Encryption, Noon);
        var sealedBytes = new Protector(one).Encrypt("1871014505800001");

        Assert.Equal("1871014505800001", new Protector(other).DecryptText(sealedBytes));
        Assert.Equal("encryption-2", other.Encryption.Current.Name);
    }

    [Fact]
    public void A_new_hash_key_hashes_otherwise_and_a_look_up_asks_for_both()
    {
        var keys = HubKeys.Generate();
        var protector = new Protector(keys);
        var former = protector.Hash("1871014505800001");
        keys.Add(KeyUse.Hash, Noon);

        Assert.Equal([protector.Hash("1871014505800001"), former], protector.Hashes("1871014505800001"));
        Assert.NotEqual(former, protector.Hash("1871014505800001"));
    }

    [Fact]
    public void Ids_and_marks_stay_the_same_when_the_other_keys_change()
    {
        var keys = HubKeys.LoadOrCreate(File);
        var (id, mark) = (keys.Id, new Protector(keys).Mark("key|1"));
        keys.Add(KeyUse.Hash, Noon);
        keys.Retire(KeyUse.Hash, 1, Noon);

        var read = HubKeys.LoadOrCreate(File);
        Assert.Equal(id, read.Id);
        Assert.Equal(mark, new Protector(read).Mark("key|1"));
    }

    [Fact]
    public void A_retired_key_leaves_its_number_and_no_bytes_in_the_file()
    {
        var keys = HubKeys.LoadOrCreate(File);
        var former = Convert.ToBase64String(keys.Encryption.Current.Bytes!);
        keys.Add(KeyUse.Encryption, Noon);
        Assert.Throws<InvalidOperationException>(() => keys.Retire(KeyUse.Encryption, 2, Noon));
        keys.Retire(KeyUse.Encryption, 1, Noon);

        Assert.DoesNotContain(former, System.IO.File.ReadAllText(File), StringComparison.Ordinal);
        Assert.Equal(3, keys.Add(KeyUse.Encryption, Noon).Number);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(File)!));
    }

    public void Dispose() => folder.Dispose();
}
