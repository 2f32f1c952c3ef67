package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/ssm"
	"github.com/aws/aws-sdk-go-v2/service/ssm/types"

	"heed/infra/laptop"
	"heed/shared/keyring"
)

type keys struct {
	Parameter string `help:"SSM parameter of a deployed Heed, as the deployment printed it; without it, the laptop's keys."`

	Make   makeKeys   `cmd:"" help:"Make the keys of a new installation. Never writes over others."`
	Backup backupKeys `cmd:"" help:"Write the keys to a file. Without them, no link in a mail works and no customer is known again."`
	Rotate rotateKeys `cmd:"" help:"Add a token or draw key that is used from now on. Older ones stay valid."`
}

type makeKeys struct{}

// Run makes a keyring where there is none.
func (*makeKeys) Run(ctx context.Context, p *program) error {
	ring, err := keyring.Make(rand.Reader, time.Now())
	if err != nil {
		return err
	}
	if err := p.Keys.write(ctx, p, ring, false); err != nil {
		return err
	}
	fmt.Println("Keys made. Back them up now: heed keys backup FILE")
	return nil
}

type backupKeys struct {
	File string `arg:"" help:"File to write; it must not be there yet. Keep it where passwords are kept."`
}

// Run writes the keyring to a file of the operator's.
func (b *backupKeys) Run(ctx context.Context, p *program) error {
	ring, err := p.Keys.read(ctx, p)
	if err != nil {
		return err
	}
	f, err := os.OpenFile(b.File, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return fmt.Errorf("write the backup: %w", err)
	}
	_, err = f.Write(ring.Text())
	return errors.Join(err, f.Sync(), f.Close())
}

type rotateKeys struct {
	Kind keyring.Kind `arg:"" enum:"token,draw" help:"token or draw. The identity key stays: every ledger stands under it."`
}

// Run adds a key.
func (r *rotateKeys) Run(ctx context.Context, p *program) error {
	ring, err := p.Keys.read(ctx, p)
	if err != nil {
		return err
	}
	if err := ring.Rotate(r.Kind, rand.Reader, time.Now()); err != nil {
		return err
	}
	if err := p.Keys.write(ctx, p, ring, true); err != nil {
		return err
	}
	fmt.Println("Rotated. A laptop uses it from its next start, functions within half an hour. Back the keys up: heed keys backup FILE")
	return nil
}

func (k *keys) read(ctx context.Context, p *program) (*keyring.Ring, error) {
	if k.Parameter == "" {
		text, err := os.ReadFile(filepath.Join(p.Data, laptop.KeysFile))
		if err != nil {
			return nil, fmt.Errorf("read the keys: %w", err)
		}
		return keyring.Parse(text)
	}
	client, err := parameters(ctx)
	if err != nil {
		return nil, err
	}
	out, err := client.GetParameter(ctx, &ssm.GetParameterInput{Name: &k.Parameter, WithDecryption: aws.Bool(true)})
	if err != nil {
		return nil, fmt.Errorf("read the keys: %w", err)
	}
	return keyring.Parse([]byte(aws.ToString(out.Parameter.Value)))
}

// write writes the ring; over another only if over is true.
func (k *keys) write(ctx context.Context, p *program, ring *keyring.Ring, over bool) error {
	if k.Parameter == "" {
		path := filepath.Join(p.Data, laptop.KeysFile)
		if _, err := os.Stat(path); err == nil && !over {
			return fmt.Errorf("%s is there already; its keys are in use", path)
		}
		if err := os.MkdirAll(p.Data, 0o700); err != nil {
			return fmt.Errorf("make the data folder: %w", err)
		}
		return laptop.WriteFile(path, ring.Text())
	}
	client, err := parameters(ctx)
	if err != nil {
		return err
	}
	_, err = client.PutParameter(ctx, &ssm.PutParameterInput{
		Name: &k.Parameter, Value: aws.String(string(ring.Text())),
		Type: types.ParameterTypeSecureString, Overwrite: &over,
		Tier: types.ParameterTierIntelligentTiering, // a ring of many keys outgrows 4 kB
	})
	if err != nil {
		return fmt.Errorf("write the keys: %w", err)
	}
	return nil
}

func parameters(ctx context.Context) (*ssm.Client, error) {
	c, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the AWS configuration: %w", err)
	}
	return ssm.NewFromConfig(c), nil
}
